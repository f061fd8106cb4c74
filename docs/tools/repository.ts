import path from 'node:path'

/** The folder that everything is in. */
export const root = path.join(import.meta.dirname, '../..')
