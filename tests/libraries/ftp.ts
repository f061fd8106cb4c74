import Client from 'ftp'

const client = new Client()
client.connect({ host: 'files.acme.io', user: 'shop', secure: true }) // files.connect
client.put('orders.csv', 'orders.csv', () => undefined)
