import { chromium } from 'playwright-core'
import * as playwright from 'playwright-core'

const browser = await chromium.launch() // resource.acquire, task.long
await browser.close()
await playwright.firefox.launch() // resource.acquire, task.long
await playwright.webkit.launch() // resource.acquire, task.long
