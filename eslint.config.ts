import { defineConfig, globalIgnores } from 'eslint/config'
import backend from 'eslint-plugin-backend'

// Our own rules on our own code: `strict`, without an exception for us.
export default defineConfig(
  // Samples that make mistakes on purpose, and copies of other code.
  globalIgnores(['dist/', 'tests/projects/*/**', 'tests/libraries/**', 'tests/hosts/*/**', 'tests/types/subjects/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  backend.configs.strict,
)
