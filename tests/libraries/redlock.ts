// @ts-expect-error it has no types
import Redlock from 'redlock'

const redlock = new Redlock([])
await redlock.lock('a', 1000) // resource.acquire
const lock = await redlock.acquire(['a'], 1000) // resource.acquire
await lock.release()
