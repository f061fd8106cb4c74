import { createClient } from 'ldapjs'

declare const password: string

const client = createClient({ url: 'ldaps://directory.acme.io' })
client.bind('cn=shop', password, () => undefined) // secret.use
client.unbind()
