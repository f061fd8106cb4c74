import { defineConfig } from 'vitest/config'

// Tests run on the built plugin: it is what users get, and Node loads its lazy parts as it does for them.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/hosts/*/node_modules/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    server: { deps: { external: [/\/dist\//] } },
  },
})
