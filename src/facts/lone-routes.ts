import { originsFor } from './acts.ts'
import { formOf, goesOn, isAtWork } from './handler-forms.ts'
import { alone, kindOf, packageOf, typedRows, type Route } from './route.ts'
import type { FunctionNode, RuleContext } from './source.ts'

/** A handler that no call or decorator of the file declares: it is exported to one, or of a type that says so. */
export function byItself(context: RuleContext, handler: FunctionNode): Route | undefined {
  return byType(context, handler) ?? byParameters(context, handler)
}

/** `const show: RequestHandler = (req, res) => …` */
function byType(context: RuleContext, handler: FunctionNode): Route | undefined {
  const { parent } = handler
  const annotated =
    parent.type === 'VariableDeclarator'
      ? parent.id.typeAnnotation?.typeAnnotation
      : parent.type === 'PropertyDefinition'
        ? parent.typeAnnotation?.typeAnnotation
        : parent.type === 'TSSatisfiesExpression' || parent.type === 'TSAsExpression'
          ? parent.typeAnnotation
          : undefined
  const origin = annotated && originsFor(context).ofType(annotated)
  if (origin?.kind !== 'value') return undefined
  const found = typedRows(context, origin.package, origin.type).find(({ name }) => name === '()')
  if (!found) return undefined
  const kind = kindOf(found.row.role, found.row)
  return alone(handler, kind === 'route' && goesOn(context.sourceCode, handler) ? 'middleware' : kind, origin.package)
}

/** `export function show(req: Request, res: Response) { … }` */
function byParameters(context: RuleContext, handler: FunctionNode): Route | undefined {
  const form = formOf(handler)
  if (isResolver(handler)) return alone(handler, 'resolver', undefined)
  if (!form || !isAtWork(context.sourceCode, handler)) return undefined
  const kind = form === 'error' ? 'error-handler' : goesOn(context.sourceCode, handler) ? 'middleware' : 'route'
  return alone(handler, kind, packageOf(context, handler))
}

/** `async (parent, args, context) => …` */
function isResolver({ params: [parent, given, context] }: FunctionNode): boolean {
  return (
    parent?.type === 'Identifier' &&
    /^_*(?:parent|root|source|obj)?$/.test(parent.name) &&
    isNamed(given, /^_*(?:args|arguments_?)$/) &&
    isNamed(context, /^_*(?:ctx|context)$/) &&
    (given?.type === 'Identifier' || context?.type === 'Identifier')
  )
}

function isNamed(parameter: FunctionNode['params'][number] | undefined, name: RegExp): boolean {
  return parameter?.type === 'ObjectPattern' || (parameter?.type === 'Identifier' && name.test(parameter.name))
}
