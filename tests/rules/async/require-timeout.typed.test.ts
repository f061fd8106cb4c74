import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'clients.ts': `import axios from 'axios'
export const rates = axios.create({ baseURL: 'https://rates.shop.com' })
export const cache = { get: async (key: string) => key }`,
}

testTypedRule('require-timeout', {
  valid: [
    // A map of the project has the method as well
    {
      code: `import { cache } from './clients.js'\nexport const load = () => cache.get('https://rates.shop.com/eur')`,
      project,
    },
    // What was limited when it was made cannot be seen from here
    { code: `import { rates } from './clients.js'\nexport const load = () => rates.get('/eur')`, project },
  ],
  invalid: [
    {
      code: `export const load = () => «fetch»('https://rates.shop.com/eur')`,
    },
  ],
})
