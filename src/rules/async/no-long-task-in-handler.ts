import { defineRule } from '../../define-rule.ts'
import { onLongTask, type LongTask } from '../../facts/long-tasks.ts'
import { callPlace } from '../../facts/places.ts'

const made: Readonly<Record<LongTask['task'], string>> = {
  mail: 'a mail is sent',
  message: 'a message is sent',
  browser: 'a browser starts',
  document: 'a document is made',
  media: 'media are converted',
  model: 'a model has answered',
  import: 'all rows are written',
}

export default defineRule<'task', { authMails: boolean; models: boolean }>({
  description: 'Disallow letting a client wait for work that a queue could do',
  clauses: ['002/10.5'],
  tier: 'strict',
  files: ['server'],
  mentions:
    /mail|resend|twilio|postmark|Send\w{0,60}Command|launch|xlsx|csv|PDFDocument|sharp|ffmpeg|openai|\bfor\s*\(/i,
  messages: {
    task: 'The client waits until {{ made }}, and gets an error when that fails. Put it on the queue that the project has, `{{ queue }}`, and answer.',
  },
  options: {
    authMails: {
      schema: {
        type: 'boolean',
        description: 'Also report mails of signing in and up, for which a client may have to wait.',
      },
      default: false,
    },
    models: {
      schema: { type: 'boolean', description: 'Also report language models whose answer is not streamed.' },
      default: false,
    },
  },
  create(context, { authMails, models }) {
    return onLongTask(context, ({ node, task, isOfAuth, queue }) => {
      if ((task === 'model' && !models) || (task === 'mail' && isOfAuth && !authMails)) return
      context.report({ node, loc: callPlace(node), messageId: 'task', data: { made: made[task], queue } })
    })
  },
})
