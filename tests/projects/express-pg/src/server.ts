import { createServer } from 'node:http'
import { createApp } from './app.js'
import { config } from './config.js'
import { closePool } from './db.js'
import { logger } from './logger.js'

const server = createServer(createApp())

server.listen(config.PORT, () => {
  console.log(`Listening on port ${config.PORT}`) // finds: no-console
})

function shutDown(signal: NodeJS.Signals) {
  logger.info({ signal }, 'shutting down')
  server.close(() => void closePool())
}

process.once('SIGTERM', shutDown)
process.once('SIGINT', shutDown)
