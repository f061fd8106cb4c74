import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import * as everything from '@supabase/supabase-js'

const supabase = createClient('http://localhost', 'key')

// Columns
await supabase.from('users').select() // db.columns
await supabase.from('users').select('*') // db.columns
await supabase.from('users').select('id, name').eq('id', 1).single() // db.columns
await supabase.from('users').select('*', { count: 'exact', head: true }) // db.columns
await supabase.schema('billing').from('users').select('id') // db.columns
await supabase.from('users').insert({ name: 'Ada' }).select() // db.columns, db.write
await supabase.from('users').upsert({ id: 1, name: 'Ada' }).select('id') // db.columns, db.write
await supabase.from('users').update({ name: 'Ada' }).eq('id', 1).select('*') // db.columns, db.write
await supabase.from('users').delete().eq('id', 1).select('id').single() // db.columns, db.delete
await supabase.rpc('adults').select('*') // db.columns
await supabase.rpc('adults').eq('id', 1).select('id') // db.columns
await everything.createClient('http://localhost', 'key').from('users').select() // db.columns

await supabase.from('users').insert({ name: 'Ada' }) // db.write

// Annotations and fields
export async function run(given: SupabaseClient) {
  const { data } = await given.from('users').select('*') // db.columns
  return data
}

export class Users {
  constructor(private readonly supabase: SupabaseClient) {}

  async all() {
    return this.supabase.from('users').select('*') // db.columns
  }
}

const connect = () => createClient('http://localhost', 'key')
await connect().from('users').select('id') // db.columns

// Not these
await supabase.storage.from('avatars').list()
await supabase.rpc('adults')
Array.from('users')
document.querySelector('input')?.select()
