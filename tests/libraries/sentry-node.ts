import * as Sentry from '@sentry/node'
import { captureException, type Scope } from '@sentry/node'

Sentry.captureMessage('line', { extra: { orderId: 1 } }) // error.report
Sentry.captureException(new Error('no'), { extra: { orderId: 1 } }) // error.report
captureException(new Error('no')) // error.report
Sentry.setContext('order', { id: 1 }) // error.report
Sentry.setExtra('order', 1) // error.report
Sentry.setTag('order', 1) // error.report
Sentry.setExtras({ order: 1 }) // error.report
Sentry.setTags({ order: 1 }) // error.report
Sentry.setUser({ id: 1 }) // error.report
Sentry.addBreadcrumb({ message: 'paid' }) // error.report

Sentry.getCurrentScope().setTag('order', 1) // error.report
Sentry.getIsolationScope().setUser({ id: 1 }) // error.report
Sentry.getGlobalScope().setExtras({ order: 1 }) // error.report
Sentry.withScope((scope) => {
  scope.setContext('order', { id: 1 }) // error.report
  scope.setExtra('order', 1) // error.report
  scope.setTags({ order: 1 }) // error.report
})
Sentry.withIsolationScope((scope) => {
  scope.captureException(new Error('no'), { data: { order: 1 } }) // error.report
})

export function run(scope: Scope) {
  scope.captureMessage('line', 'error', { data: { order: 1 } }) // error.report
  scope.addBreadcrumb({ message: 'paid' }) // error.report
}

Sentry.init({ dsn: '' })
await Sentry.flush()
