const settings = { a: 1 }
export default settings
export * from './values.ts'
export * as all from './values.ts'
export { text as renamed, default as users } from './classes-again.ts'
export type { Options } from './types.ts'
