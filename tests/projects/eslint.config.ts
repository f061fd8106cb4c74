import { defineConfig } from 'eslint/config'
import backend from 'eslint-plugin-backend'

export default defineConfig(backend.configs.recommended)
