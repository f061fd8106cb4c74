import { Client } from 'ldapts'

declare const password: string

const client = new Client({ url: 'ldaps://directory.acme.io' })
await client.bind('cn=shop', password) // secret.use
await client.unbind()
