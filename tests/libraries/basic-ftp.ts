import { Client } from 'basic-ftp'

const client = new Client()
await client.access({ host: 'files.acme.io', user: 'shop', secure: true }) // files.connect
await client.uploadFrom('orders.csv', 'orders.csv')
