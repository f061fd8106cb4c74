import puppeteer, { launch } from 'puppeteer-core'

const browser = await puppeteer.launch() // resource.acquire, task.long
await browser.close()
await launch() // resource.acquire, task.long
