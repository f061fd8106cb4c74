/** @typedef {{ id: string, tags?: string[] }} Item */
/** @param {Item} item @param {number} [count] @returns {Promise<Item>} */
export async function load(item, count = 1) {
  const { id, tags = [] } = item
  return { ...item, id: id + count, tags }
}
/** @type {Map<string, Item>} */
export const items = new Map()
export const loaded = await load({ id: 'a' }),
  untyped = (x) => x
export class Legacy {
  constructor(pool) {
    this.pool = pool
    /** @type {string | null} */ this.name = null
  }
  run() {
    return this.pool.query
  }
}
