import type { Library } from './library.ts'

export const supabaseSupabaseJs: Library = {
  package: '@supabase/supabase-js',
  also: ['@supabase/postgrest-js'],
  aliases: { PostgrestClient: 'SupabaseClient', PostgrestTransformBuilder: 'PostgrestFilterBuilder' },
  fluent: ['PostgrestFilterBuilder', 'PostgrestFunctionBuilder'],
  rows: [
    { call: 'createClient', makes: 'SupabaseClient' },
    { on: 'SupabaseClient', call: 'schema', makes: 'SupabaseClient' },
    { on: 'SupabaseClient', call: 'from', makes: 'PostgrestQueryBuilder' },
    { on: 'SupabaseClient', call: 'rpc', makes: 'PostgrestFunctionBuilder' },
    {
      on: ['PostgrestQueryBuilder', 'PostgrestFunctionBuilder'],
      call: 'select',
      makes: 'PostgrestFilterBuilder',
      role: 'db.columns',
      columns: 'arguments',
      named: { as: 'text' },
    },
    {
      on: 'PostgrestQueryBuilder',
      call: ['insert', 'upsert', 'update'],
      makes: 'PostgrestFilterBuilder',
      role: 'db.write',
      values: 0,
    },
    {
      on: 'PostgrestQueryBuilder',
      call: 'delete',
      makes: 'PostgrestFilterBuilder',
      role: 'db.delete',
      table: 'chain',
      marks: { call: 'update', by: 'argument', json: true },
    },
    {
      on: 'PostgrestFilterBuilder',
      call: 'select',
      role: 'db.columns',
      columns: 'arguments',
      named: { as: 'text' },
      clause: 'returning',
    },
  ],
}
