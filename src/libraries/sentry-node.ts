import type { Library } from './library.ts'

const receivers = ['sentry', 'scope']

export const sentryNode: Library = {
  package: '@sentry/node',
  also: [
    '@sentry/aws-serverless',
    '@sentry/bun',
    '@sentry/cloudflare',
    '@sentry/core',
    '@sentry/deno',
    '@sentry/google-cloud-serverless',
    '@sentry/nestjs',
    '@sentry/nextjs',
    '@sentry/node-core',
    '@sentry/nuxt',
    '@sentry/remix',
    '@sentry/serverless',
    '@sentry/sveltekit',
  ],
  declaredIn: ['@sentry/core'],
  rows: [
    { call: ['getCurrentScope', 'getIsolationScope', 'getGlobalScope'], makes: 'Scope' },
    { call: ['withScope', 'withIsolationScope'], gives: { type: 'Scope' } },
    { call: 'captureMessage', role: 'error.report', told: [0, 1], receivers },
    { call: 'captureException', role: 'error.report', told: [1], receivers },
    { call: ['setContext', 'setExtra', 'setTag'], role: 'error.report', told: [1], receivers },
    { call: ['setExtras', 'setTags', 'setUser', 'addBreadcrumb'], role: 'error.report', told: [0], receivers },
    { on: 'Scope', call: 'captureMessage', role: 'error.report', told: [0, 2] },
    { on: 'Scope', call: 'captureException', role: 'error.report', told: [1] },
    { on: 'Scope', call: ['setContext', 'setExtra', 'setTag'], role: 'error.report', told: [1] },
    { on: 'Scope', call: ['setExtras', 'setTags', 'setUser', 'addBreadcrumb'], role: 'error.report', told: [0] },
  ],
}
