import { Mutex, Semaphore, withTimeout } from 'async-mutex'

const mutex = new Mutex()
const release = await mutex.acquire() // resource.acquire
release()
const [, giveBack] = await new Semaphore(2).acquire() // resource.acquire
giveBack()
await withTimeout(new Mutex(), 100).acquire() // resource.acquire
await mutex.runExclusive(() => undefined)
