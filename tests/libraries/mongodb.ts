import { MongoClient } from 'mongodb'

const client = new MongoClient('mongodb://localhost')
const session = client.startSession() // resource.acquire
session.startTransaction() // resource.begin
await session.abortTransaction()
await session.endSession()
await client.withSession(async () => undefined)
