import { createRequire } from 'node:module'
import type { ConfigCommentParser } from '@eslint/plugin-kit'

const require = createRequire(import.meta.url)
let loaded: ConfigCommentParser | undefined

/** ESLint's reader of what comments say to it, loaded with the first such comment. */
export function commentParser(): ConfigCommentParser {
  if (!loaded) {
    const kit: typeof import('@eslint/plugin-kit') = require('@eslint/plugin-kit')
    loaded = new kit.ConfigCommentParser()
  }
  return loaded
}
