const told = new Set<string>()

/**
 * Says on standard error, once for each subject, why types are not known. Rules go on without types, so nothing else
 * would tell.
 * @param subject what the notice is about: a second one about the same is not printed
 */
export function tellOnce(subject: string, message: string): void {
  if (told.has(subject)) return
  told.add(subject)
  process.emitWarning(`eslint-plugin-backend: ${message}`, 'TypesWarning')
}
