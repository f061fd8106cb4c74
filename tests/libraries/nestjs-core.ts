import { Module } from '@nestjs/common'
import { HttpAdapterHost, NestFactory } from '@nestjs/core'

@Module({})
class AppModule {}

await NestFactory.create(AppModule, { cors: { origin: 'https://app.example.com' } }) // http.cors, log.setup
await NestFactory.createMicroservice(AppModule, { logger: false }) // log.setup

export function refuse({ httpAdapter }: HttpAdapterHost, response: object) {
  httpAdapter.reply(response, { code: 'refused' }, 403) // http.response
}
