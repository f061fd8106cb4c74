import JsFtp from 'jsftp'

const client = new JsFtp.default({ host: 'files.acme.io', user: 'shop' }) // files.connect
client.put('orders.csv', 'orders.csv', () => undefined)
