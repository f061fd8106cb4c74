import PromiseFtp from 'promise-ftp'

const client = new PromiseFtp()
await client.connect({ host: 'files.acme.io', user: 'shop', secure: true }) // files.connect
await client.put('orders.csv', 'orders.csv')
