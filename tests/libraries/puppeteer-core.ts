import puppeteer, { launch } from 'puppeteer-core'

const browser = await puppeteer.launch() // resource.acquire
await browser.close()
await launch() // resource.acquire
