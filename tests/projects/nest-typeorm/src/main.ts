import 'reflect-metadata'
import { Logger } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.js'

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { bufferLogs: true })
  app.enableShutdownHooks()
  const port = Number(process.env.PORT ?? 3000)
  await app.listen(port)
  Logger.log(`Listening on port ${port}`, 'Bootstrap')
}

bootstrap().catch((error: unknown) => {
  Logger.fatal(error instanceof Error ? error.stack : String(error), 'Bootstrap')
  process.exitCode = 1
})
