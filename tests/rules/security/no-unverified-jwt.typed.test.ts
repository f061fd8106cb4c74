import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'tokens.ts': `import jwt from 'jsonwebtoken'
export default jwt
export const paths = { verify: (path: string, root: string, options: object) => [path, root, options] }`,
}

testTypedRule('no-unverified-jwt', {
  valid: [
    // Something else that verifies
    {
      code: `import { paths } from './tokens.js'\nexport const check = (path: string) => paths.verify(path, '/srv', { ignoreExpiration: true })`,
      project,
    },
  ],
  invalid: [
    {
      code: `import jwt from 'jsonwebtoken'\nexport const check = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'], «ignoreExpiration: true» })`,
    },
  ],
})
