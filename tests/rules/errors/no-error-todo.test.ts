import { testRule } from '../../support/test-rule.ts'

const thrown = { thrown: true }

testRule('no-error-todo', {
  valid: [
    // Something else is left for later.
    `// TODO: Handle schema objects\nread()`,
    `// TODO: add pagination\nlist()`,
    `// TODO: handle error messages in German\ntranslate()`,
    `// TODO: handle errorCode parameter of the URL\nread()`,
    `// FIXME: error codes are not documented\nread()`,
    `// TODO: add error page to the site\nread()`,
    `// TODO: show a failure rate\nchart()`,
    `// TODO: handle users without an error log\nread()`,
    `// TODO: handle non error cases faster\nread()`,
    `// TODO: improve error message\nread()`,
    `// TODO: rename ErrorHandler to FailureHandler\nread()`,
    `// We handle the error in the caller.\nread()`,
    `// Properly handles errors of the parser.\nread()`,
    `// Errors are handled by the middleware.\nread()`,
    `function f() { /* TODO: cache this */ return read() }`,
    `const todo = todos.find((one) => one.error)`,
    `const text = 'TODO: handle errors'`,
    'const text = `// TODO: handle errors`',
    // Not where something failed.
    `try { /* TODO: batch these */ run() } catch (error) { report(error) }`,
    `try { run() } catch (error) { report(error) } finally { /* TODO: reuse the pool */ close() }`,
    `try { run() } catch (error) { report(error) }\n// TODO: batch these\nrun()`,
    `run().then((rows) => { /* TODO: sort them */ use(rows) }).catch(report)`,
    `if (result.ok) { /* TODO: cache it */ use(result) } else { throw result.error }`,
    `if (user) { use(user) } else { /* TODO: create one */ create() }`,
    `switch (kind) { case 'a': return 1; default: /* TODO: more kinds */ return 0 }`,
    `if (page) { render(page) } else { /* TODO: first page */ }`,
    // A function within has its own reasons to run.
    `try { run() } catch (error) { retry(() => { /* TODO: use a pool */ return run() }) }`,
    // Housekeeping where something failed.
    `try { run() } catch (error) { /* TODO: remove when Node.js 18 is gone */ throw error }`,
    `try { run() } catch (error) { /* TODO(ana): rename to RunFailed */ throw new RunError(error) }`,
    `try { run() } catch (error) { // TODO: type this\n throw toError(error) }`,
    `try { run() } catch (error) { // TODO: we should refactor this\n throw toError(error) }`,
    // What only looks alike.
    `try { run() } catch (error) { /* sendfile is not implemented on Windows */ copy() }`,
    `try { run() } catch (error) { /* fills the placeholder of the template */ fill(error) }`,
    `try { run() } catch (error) { /* call +1 555 XXX */ report(error) }`,
    `try { run() } catch (error) { // eslint-disable-next-line no-console -- TODO: no logger yet\n console.error(error) }`,
    // Tests.
    { code: `it.todo('handles errors')\n// TODO: handle errors\nrun()`, filename: 'src/run.test.ts' },
    { code: `try { run() } catch { /* TODO */ }`, filename: 'tests/run.ts' },
    // Only with the option.
    `export function load() { throw new Error('not implemented') }`,
    { code: `function load() { throw new Error('not implemented') }`, options: thrown },
    { code: `export abstract class A { load() { throw new Error('not implemented') } }`, options: thrown },
    { code: `export class A { private load() { throw new Error('not implemented') } }`, options: thrown },
    { code: `export function load() { throw new Error('no rows') }`, options: thrown },
    { code: `export function load(todo) { throw new Error(todo) }`, options: thrown },
    { code: `export function f() { throw new HttpError(501) }`, options: thrown },
  ],
  invalid: [
    // In a catch.
    { code: `try { run() } catch (error) { «// TODO»\n report(error) }`, messages: ['place'] },
    { code: `try { run() } catch (error) { «// TODO: handle»\n}`, messages: ['place'] },
    { code: `try { run() } catch { «/* FIXME */» }`, messages: ['place'] },
    { code: `try { run() } catch { «// XXX»\n }`, messages: ['place'] },
    {
      code: `try { run() } catch { «// HACK: pretend it worked»\n return [] }`,
      filename: 'src/a.cjs',
      messages: ['place'],
    },
    { code: `try { run() } catch (e) { if (e.code) { «// todo: retry?»\n } throw e }`, messages: ['place'] },
    { code: `try { run() } catch (e) { «// Todo: (LOGS)»\n }`, messages: ['place'] },
    { code: `try { run() } catch (e) { «// Todo - add logging»\n }`, messages: ['place'] },
    {
      code: `try { run() } catch (e) { «/**\n * TODO roll back through a transaction\n */»\n undo() }`,
      messages: ['place'],
    },
    { code: `try { run() } catch (e) { «// not implemented»\n }`, messages: ['place'] },
    { code: `try { run() } catch (e) { «// placeholder»\n return null }`, messages: ['place'] },
    { code: `try { run() } catch (e) { «// This is just a placeholder for now»\n return null }`, messages: ['place'] },
    { code: `try { run() } catch (e) { report(e) «// TODO alert us»\n }`, messages: ['place'] },
    { code: `try { run() } catch (e) { «// TODO @ana: tell the customer»\n throw e }`, messages: ['place'] },
    // In a handler of a rejection.
    { code: `run().catch((error) => { «// TODO»\n })`, messages: ['place'] },
    { code: `run().catch(() => { «/* TODO: retry */» })`, messages: ['place'] },
    { code: `run().then(use, (error) => { «// FIXME»\n report(error) })`, messages: ['place'] },
    { code: `run().catch(async function (error) { «// TODO: notify»\n await report(error) })`, messages: ['place'] },
    // In error middleware.
    {
      code: `app.use((err, req, res, next) => { «// TODO: map to a status»\n res.status(500).end() })`,
      messages: ['place'],
    },
    {
      code: `import fastify from 'fastify'\nconst app = fastify()\napp.setErrorHandler((error, request, reply) => { «// TODO»\n reply.send(error) })`,
      messages: ['place'],
    },
    // In the branch of a failure.
    { code: `if (error) { «// TODO»\n }`, messages: ['place'] },
    { code: `fs.readFile(file, (err, data) => { if (err) { «/* TODO */» return } use(data) })`, messages: ['place'] },
    { code: `if (!result.ok) { «// TODO: retry»\n return }`, messages: ['place'] },
    { code: `if (result.success) { use(result) } else { «// TODO»\n }`, messages: ['place'] },
    { code: `if (result.success === false) { «// TODO: tell the user»\n }`, messages: ['place'] },
    { code: `if (response.status !== 200) { «// FIXME»\n }`, messages: ['place'] },
    { code: `if (error !== null) { «// TODO»\n }`, messages: ['place'] },
    { code: `if (isErr(result)) { «// TODO»\n }`, messages: ['place'] },
    { code: `if (result.isOk()) { use(result) } else { «// TODO»\n }`, messages: ['place'] },
    { code: `switch (result.status) { case 'paid': return 1; default: «// TODO»\n return 0 }`, messages: ['place'] },
    { code: `switch (error.code) { case 'A': return 1; default: «/* TODO: others */» }`, messages: ['place'] },
    // By what they say, anywhere.
    { code: `«// TODO: handle errors»\nrun()`, messages: ['text'] },
    { code: `«// TODO handle error»\nrun()`, messages: ['text'] },
    { code: `«// todo: handle the error»\nrun()`, messages: ['text'] },
    { code: `«// TODO(ana): handle errors»\nrun()`, messages: ['text'] },
    { code: `«// TODO: properly handle the error»\nrun()`, messages: ['text'] },
    { code: `«// FIXME: proper error handling»\nrun()`, messages: ['text'] },
    { code: `«// FIXME - add error handling»\nrun()`, messages: ['text'] },
    { code: `«// TODO: implement error handling for uploads»\nrun()`, messages: ['text'] },
    { code: `«/* TODO: handle the S3 upload failures */»\nrun()`, messages: ['text'] },
    { code: `«// TODO [ORD-12]: handle exceptions of the gateway»\nrun()`, messages: ['text'] },
    { code: `«// TODO: error handling»\nrun()`, messages: ['text'] },
    { code: `«// TODO: We need to handle this exception»\nrun()`, messages: ['text'] },
    { code: `«// HACK: errors are not handled yet»\nrun()`, messages: ['text'] },
    { code: `run() «// TODO: catch errors»`, messages: ['text'] },
    { code: `try { run() } catch (e) { «// TODO: handle error»\n }`, messages: ['text'] },
    { code: `«/**\n * Saves it.\n * TODO: better error handling\n */»\nfunction save() {}`, messages: ['text'] },
    // What is missing, and can be reached.
    { code: `export function load() { «throw new Error('not implemented')» }`, options: thrown, messages: ['thrown'] },
    { code: `export const load = () => { «throw new Error('TODO')» }`, options: thrown, messages: ['thrown'] },
    {
      code: `export class A { load() { «throw new Error('Method not implemented.')» } }`,
      options: thrown,
      messages: ['thrown'],
    },
    {
      code: `function pay() { «throw Error('TODO: pay')» }\nexport const run = () => pay()`,
      options: thrown,
      messages: ['thrown'],
    },
    {
      code: `function pay() { «throw new NotImplementedError()» }\nexport { pay }`,
      options: thrown,
      messages: ['thrown'],
    },
    {
      code: `module.exports = { pay() { «throw new Error('Not yet implemented')» } }`,
      options: thrown,
      messages: ['thrown'],
    },
    {
      code: `exports.pay = function () { «throw new Error('not implemented')» }`,
      options: thrown,
      messages: ['thrown'],
    },
    {
      code: `export default function () { return [1].map(() => { «throw new Error('not implemented')» }) }`,
      options: thrown,
      messages: ['thrown'],
    },
  ],
})
