import { env } from '../env.ts'

export type EventType =
  | 'trial.started'
  | 'trial.ending'
  | 'trial.ended'
  | 'subscription.started'
  | 'subscription.changed'
  | 'subscription.paused'
  | 'subscription.resumed'
  | 'subscription.ended'
  | 'payment.paid'
  | 'payment.pending'
  | 'payment.refused'
  | 'payment.refunded'
  | 'card.added'
  | 'card.expiring'
  | 'card.expired'
  | 'account.closed'

/** One line for each event there is, and nothing else. */
export function announce(type: EventType, to: string): Promise<void> {
  switch (type) {
    case 'trial.started':
      return mail(to, 'welcome')
    case 'trial.ending':
      return mail(to, 'trial-ending')
    case 'trial.ended':
      return mail(to, 'trial-ended')
    case 'subscription.started':
      return mail(to, 'thanks')
    case 'subscription.changed':
      return mail(to, 'new-plan')
    case 'subscription.paused':
      return mail(to, 'paused')
    case 'subscription.resumed':
      return mail(to, 'resumed')
    case 'subscription.ended':
      return mail(to, 'goodbye')
    case 'payment.paid':
      return mail(to, 'receipt')
    case 'payment.pending':
      return mail(to, 'pending')
    case 'payment.refused':
      return mail(to, 'refused')
    case 'payment.refunded':
      return mail(to, 'refund')
    case 'card.added':
      return mail(to, 'card-added')
    case 'card.expiring':
      return mail(to, 'card-expiring')
    case 'card.expired':
      return mail(to, 'card-expired')
    case 'account.closed':
      return mail(to, 'closed')
  }
}

async function mail(to: string, template: string): Promise<void> {
  if (env.NODE_ENV !== 'production') {
    console.debug(`Mail to ${to}: ${template}`)
    return
  }
  // finds next line: require-timeout
  const { status } = await fetch('http://mail.internal/send', {
    method: 'POST',
    body: JSON.stringify({ to, template }),
  })
  if (status !== 202) console.warn('mail was refused', { to, template, status }) // finds: no-console
}
