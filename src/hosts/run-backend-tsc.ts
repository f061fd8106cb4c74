#!/usr/bin/env node
import { backendTsc } from './backend-tsc.ts'

process.exitCode = backendTsc(process.argv.slice(2), {
  cwd: process.cwd(),
  terminal: process.stdout.isTTY,
  write: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
})
