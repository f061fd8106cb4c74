import { defineRule } from '../../define-rule.ts'
import { neverTells, routeAfter } from '../../facts/error-middlewares.ts'
import { joined } from '../../facts/listeners.ts'
import { functionPlace, shortText } from '../../facts/places.ts'
import { onRoute } from '../../facts/routes.ts'
import { onUnhandledApp } from '../../facts/served-apps.ts'

export default defineRule<'missing' | 'early' | 'silent'>({
  description: 'Require one place that handles the errors of all routes, and logs them',
  clauses: ['002/4.2', '002/4.3b'],
  tier: 'strict',
  files: ['server'],
  mentions: /express|fastify|hono|koa|\b(?:err|error|ex|exception|e)\b/i,
  messages: {
    missing:
      'Nothing handles the errors of this application: `{{ package }}` answers them in its own way, and no log tells of them. Register an error handler that logs, and answers 500.',
    early:
      'Routes that are declared after an error handler never reach it: `{{ route }}` is one. Register it after all routes.',
    silent:
      'This error handler answers, and tells nobody: an error that no log has is never found. Log it before answering.',
  },
  create(context) {
    const { sourceCode } = context
    return joined(
      onUnhandledApp(context, ({ node, package: owner }) => {
        context.report({ node, messageId: 'missing', data: { package: owner } })
      }),
      onRoute(context, (route) => {
        if (route.kind !== 'error-handler') return
        const later = routeAfter(sourceCode, route)
        if (later) {
          const shown = shortText(sourceCode.getText(later))
          context.report({ node: route.node, messageId: 'early', data: { route: shown } })
        }
        if (route.node.type === 'Decorator' || route.handler.params.length < 2) return
        if (neverTells(sourceCode, route.handler)) {
          context.report({
            node: route.handler,
            loc: functionPlace(sourceCode, route.handler),
            messageId: 'silent',
          })
        }
      }),
    )
  },
})
