import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'app-error.ts': `export class AppError extends Error {
  readonly code: string = 'APP'
  constructor(message: string, readonly statusCode: number) {
    super(message)
    this.name = new.target.name
  }
}
export class Bare extends Error {}
export class Log {}`,
}

testTypedRule('error-class-shape', {
  valid: [
    // A base of another file has what is asked for
    { code: "import { AppError } from './app-error.js'\nexport class NotFoundError extends AppError {}", project },
    // No error
    { code: "import { Log } from './app-error.js'\nexport class ErrorLog extends Log {}", project },
  ],
  invalid: [
    // A base of another file has neither a code nor a status
    { code: "import { Bare } from './app-error.js'\nexport class «NotFoundError» extends Bare {}", project },
  ],
})
