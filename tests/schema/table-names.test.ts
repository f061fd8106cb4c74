import { describe, expect, it } from 'vitest'
import { isPluralName, isSnakeCase, tableNameFor } from '../../dist/schema/table-names.js'

const plurals = `
  users order_items user_history audit_data news metadata people children statuses addresses indices indexes schemas
  skus cpus uris api_keys sms user_sms dns crm faqs ids urls oauth2_clients s3_objects news_feeds carts_abandoned emails_sent event_stats_hourly_old edge_presence users_v2 events_2024_01
  events_p202401 events_y2024m01 users_old orders_archive users_by_email likes_on_posts
  products_x_categories terms_of_service analytics settings series criteria media inventory user_billing caches
  quizzes analyses axes corpora octopi staff usage_daily UserAccounts user-accounts`
const singulars = `
  user order_item audit_log status user_address process canvas user_alias basis axis analysis schema index quiz person
  child virus company activity category user_v2 user_by_email ab_test user_2024 users_role events_batch_staging session_replay_saved address_book bonus menu
  UserAccount lens bias`

describe('isPluralName', () => {
  it.each(plurals.trim().split(/\s+/))('%s is plural', (name) => expect(isPluralName(name)).toBe(true))
  it.each(singulars.trim().split(/\s+/))('%s is singular', (name) => expect(isPluralName(name)).toBe(false))
})

describe('isSnakeCase', () => {
  it.each(['users', 'order_items', '2fa_tokens', 'users_2024', '_jobs', 'größen'])('%s is', (name) =>
    expect(isSnakeCase(name)).toBe(true),
  )
  it.each(['Users', 'orderItems', 'order-items', 'order items', 'USERS', 'users$'])('%s is not', (name) =>
    expect(isSnakeCase(name)).toBe(false),
  )
})

describe('tableNameFor', () => {
  it.each([
    ['User', 'users'],
    ['OrderItem', 'order_items'],
    ['orderItems', 'order_items'],
    ['APIKey', 'api_keys'],
    ['user_v2', 'users_v2'],
    ['OAuth2Client', 'oauth2_clients'],
    ['user_by_email', 'users_by_email'],
    ['ab_test', 'ab_tests'],
    ['UserHistory', 'user_history'],
    ['Company', 'companies'],
    ['Person', 'people'],
    ['schema', 'schemas'],
    ['canvas', 'canvases'],
    ['user-accounts', 'user_accounts'],
    ['_Internal', '_internals'],
    ['metrics_env_daily', 'metrics_envs_daily'],
  ])('%s is %s', (name, wanted) => expect(tableNameFor(name)).toBe(wanted))
  it('makes a name of every word that is right', () => {
    for (const name of [...plurals.trim().split(/\s+/), ...singulars.trim().split(/\s+/)]) {
      expect([name, isPluralName(tableNameFor(name)), isSnakeCase(tableNameFor(name))]).toEqual([name, true, true])
    }
  })
})
