import type { TSESTree } from '@typescript-eslint/utils'
import { nameOfKey, unwrapped, type Node, type Source, type Variable } from './source.ts'

/** The exports that a file takes from a module it imports; `undefined` when the source does not show which. */
export function exportsTaken(source: Source, node: TSESTree.ImportDeclaration): readonly string[] | undefined {
  const taken: string[] = []
  for (const specifier of node.specifiers) {
    if (specifier.type === 'ImportSpecifier') taken.push(importedName(specifier))
    else {
      const [variable] = source.getDeclaredVariables?.(specifier) ?? []
      const members = variable && membersRead(variable)
      if (!members) return undefined
      taken.push(...members)
    }
  }
  return taken
}

/** The exports that are taken from `require('…')` or `await import('…')`. */
export function exportsTakenFrom(source: Source, module: Node): readonly string[] | undefined {
  let value = module
  while (value.parent && unwrapped(value.parent) === unwrapped(value)) value = value.parent
  const { parent } = value
  if (parent?.type === 'MemberExpression' && parent.object === value) {
    const name = nameOfKey(parent)
    return name === undefined ? undefined : [name]
  }
  if (parent?.type !== 'VariableDeclarator' || parent.init !== value) return undefined
  if (parent.id.type === 'ObjectPattern') return patternNames(parent.id)
  const [variable] = source.getDeclaredVariables?.(parent) ?? []
  return variable && membersRead(variable)
}

export function importedName({ imported }: TSESTree.ImportSpecifier): string {
  return imported.type === 'Identifier' ? imported.name : imported.value
}

function membersRead({ references }: Variable): readonly string[] | undefined {
  const members: string[] = []
  for (const { identifier, init } of references) {
    if (init === true) continue
    const { parent } = identifier
    const names =
      parent.type === 'MemberExpression' && parent.object === identifier
        ? [nameOfKey(parent)]
        : parent.type === 'TSQualifiedName'
          ? [parent.right.name]
          : parent.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern'
            ? patternNames(parent.id)
            : undefined
    if (!names) return undefined
    for (const name of names) {
      if (name === undefined) return undefined
      members.push(name)
    }
  }
  // A module under a name that nothing reads says nothing about what it is for.
  return members.length > 0 ? members : undefined
}

function patternNames({ properties }: TSESTree.ObjectPattern): readonly string[] | undefined {
  const names = properties.map((property) => (property.type === 'Property' ? nameOfKey(property) : undefined))
  return names.every((name) => name !== undefined) ? names : undefined
}
