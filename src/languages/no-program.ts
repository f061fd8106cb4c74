/**
 * What rules for programs ask while they are created. A configuration without `files` switches them on for every file;
 * here they are answered as for a program that holds nothing, so that they find nothing and do not throw.
 */
const scope = {
  type: 'global',
  isStrict: false,
  variables: [],
  references: [],
  through: [],
  childScopes: [],
  set: new Map<string, never>(),
}

export const noScopes = { globalScope: scope, scopes: [scope], acquire: () => scope }

/** Rules with types look for these first, and throw where one is missing. */
export const noTypes = {
  program: { getCompilerOptions: () => ({}), getTypeChecker: () => ({}), getSourceFile: () => undefined },
  esTreeNodeToTSNodeMap: new WeakMap<object, never>(),
  tsNodeToESTreeNodeMap: new WeakMap<object, never>(),
}
