import type { Library } from './library.ts'

export const openai: Library = {
  package: 'openai',
  aliases: { default: 'OpenAI' },
  rows: [
    { on: 'OpenAI', read: ['chat', 'responses'], makes: 'Resource' },
    { on: 'Resource', read: 'completions', makes: 'Resource' },
    { on: 'Resource', call: 'create', role: 'task.long', task: 'model' },
  ],
}
