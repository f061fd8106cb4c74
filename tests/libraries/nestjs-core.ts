import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

@Module({})
class AppModule {}

await NestFactory.create(AppModule, { cors: { origin: 'https://app.example.com' } }) // http.cors
