import { testTypedRule } from '../../support/typed-cases.ts'

testTypedRule('no-local-time', {
  valid: [
    `declare const clock: { getHours(): number }; declare const at: { time: typeof clock }; at.time.getHours()`,
    `declare function total(): number; total().toLocaleString()`,
    `declare const createdAt: { getHours(): number }; createdAt.getHours()`,
  ],
  invalid: [
    `declare function born(): Date; born().«toLocaleString()»`,
    `declare const order: { created: Date | null }; order.created?.«getDay()»`,
  ],
})
