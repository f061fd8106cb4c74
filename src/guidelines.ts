/**
 * One sentence of a guideline: something it asks of code or of the people who write it. A clause is cited by the rules
 * that check it; one that no rule cites says here who checks it, what is planned, or why nothing can.
 */
export interface Clause {
  /** Our own short title: what the clause asks for. */
  readonly title: string
  /** Why no rule can check the clause. */
  readonly reason?: string
  /** Rules that will check it and do not exist yet. */
  readonly planned?: readonly string[]
  /**
   * Rules of ESLint itself or of other plugins that already check the clause, by their id (`no-empty`,
   * `@typescript-eslint/no-floating-promises`), or other tools (`tsconfig noImplicitAny`).
   */
  readonly peers?: readonly string[]
}

/** The five guidelines, by the number their clause ids begin with. */
export const guidelines = {
  '000': { name: 'best-practices', title: 'Loud failures, strict types, KSUIDs and pnpm' },
  '001': { name: 'no-guessing', title: 'Careful changes and accurate types' },
  '002': { name: 'expert-agent', title: 'Layered services with REST conventions' },
  '003': { name: 'production-skill', title: 'Server design for production' },
  '004': { name: 'backend-guide', title: 'Backend handbook from project setup to release' },
} as const satisfies Record<string, { readonly name: string; readonly title: string }>

/* Reasons that several clauses share. */
const frontMatter = 'It is metadata that tells a tool when to load the guideline, not a demand on code.'
const heading = 'It introduces the clauses that follow and asks for nothing by itself.'
const taskList = 'Plans and task lists live in a conversation and leave no mark in the code that comes out.'
const question = 'A question asked or left unasked belongs to the conversation, not to the source.'
const persona = 'It describes who the assistant should be, and a character is no property of code.'
const answerFormat = 'The layout of a chat reply never reaches the repository.'
const answerStyle = 'Wording and length of a reply belong to the conversation, not to the repository.'
const diff = 'It judges a change against its purpose, and a linter sees one state of the files and no purpose.'
const gitHistory = 'When and what someone commits is recorded in git history, which a linter of files does not read.'
const designThinking = 'It asks for thought before coding, and code shows the outcome but not the thinking.'
const scoping = 'The answer is agreed between people before coding and need not stand in any source file.'
const storeChoice = 'Which kind of store fits depends on load and data that the code does not describe.'
const journeys = 'Which journeys users take is product knowledge that the source does not list.'
const billOfMaterials =
  'A build step, a registry or a CI product may make it, so its absence from the repository proves nothing.'
const ownership = 'Who answers for it is agreed between people, and no source file can prove it.'
const pointer = 'It sends the reader to a companion text that is not part of the guideline.'
const toolTip = 'It recommends a command-line tool to people and constrains no code.'

/** Every clause of the guidelines, by its id and in their order. */
export const clauses = {
  '000/fm': { title: 'Load this guideline for backend tasks only', reason: frontMatter },
  '000/0.1': {
    title: 'Correct known biases of code assistants',
    reason: 'It addresses the assistant itself and asks nothing of the files it writes.',
  },
  '000/0.2': { title: 'Split work into many fine-grained steps', reason: taskList },
  '000/0.3a': {
    title: 'Let failures surface instead of hiding them in a catch',
    peers: ['no-empty', '@typescript-eslint/no-floating-promises'],
  },
  '000/0.3b': {
    title: 'Throw freely, log sparingly, let errors propagate',
    peers: ['no-useless-catch', 'preserve-caught-error'],
  },
  '000/0.3c': { title: 'Answer failures with an error status clients can display' },
  '000/1.0': { title: 'Opening of the working rules', reason: heading },
  '000/1.1': { title: 'Plan like a meticulous architect before coding', reason: taskList },
  '000/1.2a': { title: 'Work through numerous small, verified steps', reason: taskList },
  '000/1.2b': {
    title: 'Keep solutions free of needless abstraction',
    reason: 'An interface with one implementation may be waste or foresight, and the source cannot tell which.',
  },
  '000/1.3a': {
    title: 'Use precise types, never any',
    peers: [
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-unsafe-argument',
      '@typescript-eslint/no-unsafe-assignment',
      '@typescript-eslint/no-unsafe-call',
      '@typescript-eslint/no-unsafe-member-access',
      '@typescript-eslint/no-unsafe-return',
      '@typescript-eslint/no-unsafe-function-type',
    ],
  },
  '000/1.3b': {
    title: 'Design with types and keep the compiler strict',
    planned: ['require-strict-tsconfig'],
  },
  '000/1.4': { title: 'Point docs at source files instead of pasting code', planned: ['no-duplicated-docs-code'] },
  '000/2.0': { title: 'Opening of the personal preferences', reason: heading },
  '000/2.1a': { title: 'Generate identifiers as KSUIDs, not UUIDs' },
  '000/2.1b': { title: 'Reuse the KSUID helper a project has' },
  '000/2.2': { title: 'Use pnpm as the package manager', planned: ['prefer-pnpm'] },
  '000/2.2a': { title: 'Run tools through package scripts', planned: ['prefer-package-scripts', 'no-unknown-script'] },
  '000/2.2b': { title: 'Change dependencies through pnpm so the lockfile agrees', planned: ['lockfile-in-sync'] },
  '000/2.3': { title: 'Leave foreign key constraints out, except around accounts' },
  '001/fm': { title: 'Apply these rules to every Python file', reason: frontMatter },
  '001/0.1': {
    title: 'Do not guess when requirements are unclear',
    reason: 'Whether a line rests on knowledge or on a guess is not visible in the line.',
  },
  '001/0.2': { title: 'Ask for missing context before coding', reason: question },
  '001/0.3': {
    title: 'Refer only to modules, variables and scripts that exist',
    planned: ['env-example-in-sync', 'no-unknown-script'],
    peers: ['n/no-missing-import', 'n/no-extraneous-import'],
  },
  '001/1.1': { title: 'Keep every change within the scope of its task', reason: diff },
  '001/1.2': { title: 'Leave unrelated names, order and layout alone', reason: diff },
  '001/1.3': { title: 'Keep diffs small, readable and clean under the tools', reason: diff },
  '001/2.0a': { title: 'Leave formatting to one configured formatter', peers: ['prettier'] },
  '001/2.0b': { title: 'Fix lint findings before suppressing them' },
  '001/2.0c': {
    title: 'Justify each lint suppression and keep it narrow',
    peers: [
      '@eslint-community/eslint-comments/no-unlimited-disable',
      '@eslint-community/eslint-comments/disable-enable-pair',
      'unicorn/no-abusive-eslint-disable',
      'eslint linterOptions.reportUnusedDisableDirectives',
    ],
  },
  '001/2.0d': {
    title: 'Keep the code clean under the type checker',
    planned: ['require-strict-tsconfig', 'require-package-scripts'],
  },
  '001/2.0e': {
    title: 'Avoid any and casts away from untyped boundaries',
    peers: [
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-non-null-assertion',
      '@typescript-eslint/no-unsafe-type-assertion',
    ],
  },
  '001/2.0f': {
    title: 'Limit an unavoidable type suppression to one error',
    peers: ['@typescript-eslint/ban-ts-comment'],
  },
  '001/2.1.1': {
    title: 'Follow the standard naming and style conventions',
    peers: ['@typescript-eslint/naming-convention'],
  },
  '001/2.1.2': { title: 'Keep the formatting a file already has', reason: diff },
  '001/2.1.3': { title: 'Comment only what the code cannot say', peers: ['sonarjs/no-commented-code'] },
  '001/3.1': { title: 'Target one modern runtime version everywhere', planned: ['consistent-runtime-version'] },
  '001/3.2a': { title: 'Manage dependencies with one tool and its lockfile', planned: ['lockfile-in-sync'] },
  '001/3.2b': { title: 'Add packages only with approval', planned: ['allowed-dependencies'] },
  '001/3.3': { title: 'Keep frontend imports out of backend code', planned: ['layer-boundaries'] },
  '001/3.4': {
    title: 'Backend stack of the repository',
    reason: 'Python only: it heads a list of Python libraries, each a clause of its own.',
  },
  '001/3.4a': {
    title: 'Write I/O handlers as asynchronous functions',
    peers: ['@typescript-eslint/promise-function-async'],
  },
  '001/3.4b': {
    title: 'Build the GraphQL API with Strawberry',
    reason: 'Python only: it names a GraphQL framework that TypeScript projects cannot use.',
  },
  '001/3.4c': { title: 'Stay on the agreed ORM and database driver', planned: ['allowed-dependencies'] },
  '001/3.4d': { title: 'Load configuration through one validated settings module', planned: ['no-direct-env'] },
  '001/4.1': {
    title: 'Type public functions by what they do at runtime',
    peers: ['@typescript-eslint/explicit-module-boundary-types'],
  },
  '001/4.2': {
    title: 'Prefer the modern spelling of types',
    reason: 'Python only: it heads a list of Python annotation forms, each a clause of its own.',
  },
  '001/4.2a': {
    title: 'Write type unions in their direct form',
    peers: ['@typescript-eslint/no-wrapper-object-types', '@typescript-eslint/no-duplicate-type-constituents'],
  },
  '001/4.2b': {
    title: 'Use built-in collection types with element types',
    peers: ['@typescript-eslint/array-type', '@typescript-eslint/consistent-indexed-object-style'],
  },
  '001/4.2c': {
    title: 'Accept abstract iterable, mapping and callable types',
    peers: ['@typescript-eslint/no-unsafe-function-type', '@typescript-eslint/no-empty-object-type'],
  },
  '001/4.3a': {
    title: 'Never assert types the values do not have',
    peers: ['@typescript-eslint/no-non-null-assertion'],
  },
  '001/4.3b': { title: 'Model dynamic values explicitly or validate them locally' },
  '001/4.4': {
    title: 'Postpone annotation evaluation only when needed',
    reason: 'Python only: TypeScript erases types and has no import that delays their evaluation.',
  },
  '001/5.1': {
    title: 'Make request, database and I/O code asynchronous',
    peers: ['promise/prefer-await-to-callbacks', 'n/prefer-promises/fs'],
  },
  '001/5.2': {
    title: 'Acquire resources in scopes that release them',
    peers: ['unicorn/prefer-dispose'],
  },
  '001/5.3': { title: 'Keep blocking work out of asynchronous code' },
  '001/6.1': { title: 'Obtain database sessions through the shared provider', planned: ['no-adhoc-db-client'] },
  '001/6.2': {
    title: 'Make transaction boundaries explicit and uniform',
    planned: ['no-transaction-escape', 'require-transaction'],
  },
  '001/6.2a': {
    title: 'Flush early when generated values are needed',
    reason: 'Python only: it governs the SQLAlchemy session, and a call to flush does not show which value it is for.',
  },
  '001/6.2b': {
    title: 'Commit only work meant to be final',
    planned: ['no-transaction-escape'],
  },
  '001/6.3': { title: 'Prefer the query builder to hand-written SQL' },
  '001/6.4a': { title: 'Ship a migration with every schema change' },
  '001/6.4b': {
    title: 'Change the database schema through migrations only',
  },
  '001/6.1.1': { title: 'Introduce required environment variables sparingly', planned: ['env-example-in-sync'] },
  '001/6.1.2': {
    title: 'Keep settings, docs and sample env files consistent',
    planned: ['env-example-in-sync', 'no-direct-env'],
  },
  '001/7.1': { title: 'Keep GraphQL definitions in their own modules', planned: ['file-placement'] },
  '001/7.2': {
    title: 'Keep resolvers thin and delegate workflows to services',
    planned: ['thin-handlers', 'no-db-in-handlers'],
  },
  '001/7.3a': {
    title: 'Raise user-facing GraphQL errors with safe messages',
  },
  '001/7.3b': { title: 'Hide internal details from GraphQL errors' },
  '001/7.4': { title: 'Give the GraphQL context a type' },
  '001/8.1': { title: 'Never swallow an exception' },
  '001/8.2': { title: 'Catch only what you can handle, else rethrow', peers: ['no-useless-catch'] },
  '001/8.3': { title: 'Let authentication checks fail closed instead of throwing' },
  '001/8.3a': { title: 'Guard as little code as possible when failing closed' },
  '001/8.3b': { title: 'Justify a broad catch with a comment' },
  '001/9.1': { title: 'Log instead of printing to the console' },
  '001/9.2a': { title: 'Use the logger the code base already has' },
  '001/9.2b': { title: 'Do not bring in another logging library', planned: ['allowed-dependencies'] },
  '001/9.3': { title: 'Keep secrets out of logs' },
  '001/10.1': { title: 'Document public or subtle code, not the obvious', peers: ['jsdoc/informative-docs'] },
  '001/10.2': {
    title: 'Describe parameters, results, effects and errors in docs',
    peers: ['jsdoc/require-throws', 'jsdoc/require-param-description', 'jsdoc/require-returns-description'],
  },
  '001/10.3': { title: 'Write documentation as proper doc comments', peers: ['jsdoc/no-bad-blocks'] },
  '001/11.1': { title: 'Change tests together with behavior', planned: ['require-test-file'] },
  '001/11.2': {
    title: 'Run the standard checks before finishing',
    reason: 'Whether the checks ran before someone declared the work finished is not stored in the files.',
  },
  '001/11.2a': { title: 'Provide a script that formats the backend', planned: ['require-package-scripts'] },
  '001/11.2b': { title: 'Provide a script that lints and fixes', planned: ['require-package-scripts'] },
  '001/11.2c': { title: 'Provide a script that checks types', planned: ['require-package-scripts'] },
  '001/11.2d': { title: 'Provide a script that runs the tests', planned: ['require-package-scripts'] },
  '002/fm': { title: 'Keep this guideline loaded at all times', reason: frontMatter },
  '002/0.1': { title: 'Act as an experienced senior engineer', reason: persona },
  '002/0.2': { title: 'Specialize in systems that scale, stay safe and last', reason: persona },
  '002/0.3': {
    title: 'Deliver production quality rather than prototypes',
    reason: 'Whether code was meant as a prototype is the intent of its author, not a property of its syntax.',
  },
  '002/1.1': {
    title: 'Prefer readable code to clever code',
    peers: ['unicorn/no-nested-ternary', 'no-sequences', 'no-implicit-coercion'],
  },
  '002/1.2': { title: 'Follow the SOLID design principles', planned: ['prefer-injected-dependencies'] },
  '002/1.3': {
    title: 'Avoid duplication and needless complexity',
    peers: ['sonarjs/no-identical-functions', 'complexity'],
  },
  '002/1.4': {
    title: 'Give every function a single responsibility',
    peers: ['sonarjs/cognitive-complexity', 'max-params', 'sonarjs/no-selector-parameter'],
  },
  '002/1.5': { title: 'Keep functions within thirty lines' },
  '002/2.1': { title: 'Layer code from controllers to services to repositories', planned: ['layer-boundaries'] },
  '002/2.2': { title: 'Inject dependencies instead of constructing them', planned: ['prefer-injected-dependencies'] },
  '002/2.3': { title: 'Route data access through repositories', planned: ['layer-boundaries', 'no-db-in-handlers'] },
  '002/2.4': { title: 'Return DTOs instead of database models' },
  '002/2.5': {
    title: 'Model complex domains with domain-driven design',
    reason: 'How a domain should be cut into entities and aggregates is a modelling judgement that no syntax settles.',
  },
  '002/3.1': { title: 'Follow REST conventions for routes', planned: ['rest-routes'] },
  '002/3.1a': { title: 'List a collection with GET', planned: ['rest-routes', 'require-pagination'] },
  '002/3.1b': { title: 'Create a resource with POST on the collection', planned: ['rest-routes'] },
  '002/3.1c': { title: 'Fetch one resource with GET by id', planned: ['rest-routes'] },
  '002/3.1d': { title: 'Replace a whole resource with PUT', planned: ['rest-routes'] },
  '002/3.1e': { title: 'Update part of a resource with PATCH', planned: ['rest-routes'] },
  '002/3.1f': { title: 'Remove a resource with DELETE', planned: ['rest-routes'] },
  '002/3.2': { title: 'Put an API version in every path', planned: ['require-api-version'] },
  '002/3.3': { title: 'Wrap responses in one uniform envelope', planned: ['response-envelope'] },
  '002/3.4': { title: 'Answer with the fitting HTTP status code', planned: ['http-status'] },
  '002/4.1': { title: 'Keep raw errors away from clients' },
  '002/4.2': { title: 'Handle errors in one central place' },
  '002/4.3a': {
    title: 'Handle expected failures as typed operational errors',
  },
  '002/4.3b': {
    title: 'Log unexpected errors and answer 500',
  },
  '002/4.4': { title: 'Give errors a message, code and status', planned: ['response-envelope'] },
  '002/4.5': { title: 'Shape error bodies alike across the API', planned: ['response-envelope'] },
  '002/5.1': { title: 'Store passwords only as slow, salted hashes' },
  '002/5.2': { title: 'Treat all incoming data as untrusted and validate it', planned: ['require-input-validation'] },
  '002/5.3': { title: 'Bind SQL parameters instead of concatenating them' },
  '002/5.4': { title: 'Put rate limits on public endpoints', planned: ['require-rate-limit'] },
  '002/5.5': { title: 'Read secrets from the environment, not from code' },
  '002/5.6': { title: 'Grant database and service accounts minimal privileges' },
  '002/5.7a': { title: 'Verify JWTs on protected routes' },
  '002/5.7b': { title: 'Derive user identity on the server, never from input' },
  '002/5.8': {
    title: 'Send security headers and a strict CORS policy',
    planned: ['require-security-headers'],
  },
  '002/6.1': {
    title: 'Migrate schemas explicitly, without ORM auto-sync',
  },
  '002/6.2': { title: 'Index foreign keys and columns used in filters' },
  '002/6.3': {
    title: 'Wrap multi-table writes in a transaction',
    planned: ['require-transaction', 'no-transaction-escape'],
  },
  '002/6.4': { title: 'Mark business records deleted instead of removing them' },
  '002/6.5': { title: 'Load related rows in batches, not in loops', planned: ['no-query-in-loop'] },
  '002/6.6': { title: 'Name tables in plural snake case' },
  '002/7.1a': { title: 'Validate requests where they enter the system', planned: ['require-input-validation'] },
  '002/7.1b': {
    title: 'Keep input validation out of business logic',
    reason:
      'Services rightly parse replies of other systems, stored JSON and settings, so a schema call there proves nothing.',
  },
  '002/7.2': { title: 'Validate with a schema library', planned: ['require-input-validation'] },
  '002/7.3': { title: 'Report all validation problems together', planned: ['report-all-validation-errors'] },
  '002/7.4': { title: 'Separate malformed input (400) from broken business rules (422)', planned: ['http-status'] },
  '002/8.1a': { title: 'Write structured JSON logs' },
  '002/8.1b': { title: 'Keep console calls out of production code' },
  '002/8.2': { title: 'Use the four standard log levels' },
  '002/8.3': { title: 'Log time, level, request and user with every message' },
  '002/8.4': {
    title: 'Log where critical operations start and end',
    reason: 'Which operations are critical is a business judgement that the source does not record.',
  },
  '002/8.5': { title: 'Redact credentials and card numbers from logs' },
  '002/8.6': {
    title: 'Propagate correlation ids across services',
    reason:
      'The id is usually attached by a logger mixin, an async context or a tracing agent, none of which shows where a line is logged.',
  },
  '002/9.1': { title: 'Unit-test every service method', planned: ['require-test-file'] },
  '002/9.2': {
    title: 'Cover every endpoint with an integration test',
    reason:
      'Mount prefixes and test clients assemble paths at runtime, so endpoints and tests cannot be matched reliably.',
  },
  '002/9.3': {
    title: 'Structure tests as arrange, act, assert',
    reason: 'Where one phase of a test ends and the next begins is a matter of taste that no syntax marks.',
  },
  '002/9.4': { title: 'Replace external systems by mocks in unit tests', planned: ['no-real-io-in-unit-tests'] },
  '002/9.5': { title: 'Require eighty percent coverage of business logic', planned: ['require-coverage-threshold'] },
  '002/9.6': {
    title: 'Test empty, null, extreme and duplicate inputs',
    reason:
      'Which inputs are edge cases follows from what a function means, and no test file proves the list complete.',
  },
  '002/10.1': { title: 'Paginate lists with a default and a maximum', planned: ['require-pagination'] },
  '002/10.2': { title: 'Cache sessions, settings and expensive reads in Redis' },
  '002/10.3': { title: 'Time out outgoing HTTP calls' },
  '002/10.4': {
    title: 'Await asynchronous work and keep the event loop free',
    peers: [
      '@typescript-eslint/no-floating-promises',
      '@typescript-eslint/no-misused-promises',
      '@typescript-eslint/await-thenable',
    ],
  },
  '002/10.5': { title: 'Move slow tasks onto a queue' },
  '002/11.0': { title: 'Opening of the code generation rules', reason: heading },
  '002/11.1': { title: 'Present whole files rather than excerpts', reason: answerFormat },
  '002/11.2': { title: 'Annotate code with types', peers: ['@typescript-eslint/explicit-module-boundary-types'] },
  '002/11.3': { title: 'Document public functions with doc comments', peers: ['jsdoc/require-jsdoc'] },
  '002/11.4': {
    title: 'Handle every error path deliberately',
    peers: ['@typescript-eslint/no-floating-promises', '@typescript-eslint/switch-exhaustiveness-check'],
  },
  '002/11.5': {
    title: 'Prefer async functions to callbacks and promise chains',
    peers: ['unicorn/prefer-await', 'promise/prefer-await-to-callbacks', 'promise/avoid-new'],
  },
  '002/11.6': { title: 'Choose descriptive variable names', peers: ['id-denylist', 'id-length'] },
  '002/12.0': { title: 'Opening of the SQL and ORM rules', reason: heading },
  '002/12.1': { title: 'Accompany model changes with a migration' },
  '002/12.2': { title: 'Create indexes in the migrations that need them' },
  '002/12.3': { title: 'Explain non-obvious constraints in comments' },
  '002/13.0': { title: 'Give technical answers a fixed structure', reason: answerFormat },
  '002/13.1': { title: 'Open an answer with an overview', reason: answerFormat },
  '002/13.2': { title: 'Explain the architecture decision in an answer', reason: answerFormat },
  '002/13.3': { title: 'Include complete code in an answer', reason: answerFormat },
  '002/13.4': { title: 'List risks and caveats in an answer', reason: answerFormat },
  '002/13.5': { title: 'Describe the tests in an answer', reason: answerFormat },
  '002/14.1': { title: 'Write services in TypeScript by default', planned: ['no-javascript-source'] },
  '002/14.2': { title: 'Default to PostgreSQL on Supabase', planned: ['allowed-dependencies'] },
  '002/14.3': { title: 'Default to Prisma as the ORM', planned: ['allowed-dependencies'] },
  '002/14.4': { title: 'Authenticate with expiring JWTs and refresh tokens' },
  '002/14.5': { title: 'Default to Redis for caching', planned: ['allowed-dependencies'] },
  '002/14.6': { title: 'Default to BullMQ for queues', planned: ['allowed-dependencies'] },
  '002/14.7': { title: 'Default to Vitest or Jest for tests', planned: ['allowed-dependencies'] },
  '002/14.8': { title: 'Default to Winston for logging', planned: ['allowed-dependencies'] },
  '002/15.1': {
    title: 'Start new projects in typed code',
    planned: ['no-javascript-source', 'require-strict-tsconfig'],
  },
  '002/15.2': { title: 'Keep business logic out of route handlers', planned: ['thin-handlers', 'no-db-in-handlers'] },
  '002/15.3': { title: 'Never leave input unvalidated', planned: ['require-input-validation'] },
  '002/15.4': { title: 'Never send stack traces to clients' },
  '002/15.5': { title: 'Name columns instead of selecting them all' },
  '002/15.6': {
    title: 'Keep environment-specific values out of code',
    planned: ['no-hardcoded-config', 'no-direct-env'],
  },
  '002/15.7': { title: 'Never leave error handling as a TODO' },
  '002/15.8': { title: 'Deliver production code with tests', planned: ['require-test-file'] },
  '003/fm': { title: 'Describe when to use the backend skill', reason: frontMatter },
  '003/1.0': { title: 'Choose an architectural direction before coding', reason: designThinking },
  '003/1.1': { title: 'Understand purpose, consumers and data flow first', reason: designThinking },
  '003/1.2': {
    title: 'Pick one fitting pattern and keep to it',
    reason:
      'Several patterns suit most problems, and which of them was chosen and followed is a reading of the whole design.',
  },
  '003/1.3': { title: 'Define what each module owns and delegates', planned: ['layer-boundaries'] },
  '003/1.4': {
    title: 'Design for the failures that will happen',
    reason:
      'What was considered during design leaves no trace, and its effects fall under the clauses on errors and timeouts.',
  },
  '003/1.5a': {
    title: 'Favor a consistent structure over a clever one',
    reason: 'Clever and consistent are judgements on a whole design, with no measure in the syntax.',
  },
  '003/1.5b': {
    title: 'Match the patterns the code base already uses',
    planned: ['no-duplicate-purpose-deps'],
  },
  '003/2.0': {
    title: 'Write code ready for production operation',
    reason: 'It is a goal for the system as a whole, and no single construct proves it met.',
  },
  '003/2.1': {
    title: 'Trace each request from entry to reply',
    reason: 'It is about the author understanding the flow, and understanding cannot be read from files.',
  },
  '003/2.2a': {
    title: 'Treat errors as a normal outcome',
    reason: 'It is an attitude to errors, and the practices that follow from it are clauses of their own.',
  },
  '003/2.2b': { title: 'Throw specific error types' },
  '003/2.2c': { title: 'Avoid catch-all handlers that conceal faults' },
  '003/2.2d': {
    title: 'Give errors structure that handlers can rely on',
    peers: ['@typescript-eslint/only-throw-error'],
  },
  '003/2.3a': { title: 'Attach context to log entries' },
  '003/2.3b': { title: 'Emit structured logs for significant operations' },
  '003/2.3c': {
    title: 'Leave no important code silent',
    reason: 'How much a program should log depends on how it is operated, so a missing line is no proof of a fault.',
  },
  '003/2.4a': { title: 'Keep logic testable without a database', planned: ['layer-boundaries', 'no-adhoc-db-client'] },
  '003/2.4b': { title: 'Inject what a module depends on', planned: ['prefer-injected-dependencies'] },
  '003/2.4c': { title: 'Isolate side effects around a pure core', planned: ['no-import-side-effects'] },
  '003/3.0': { title: 'Opening of the list of harmful patterns', reason: heading },
  '003/3.1': { title: 'Keep database queries out of handlers', planned: ['no-db-in-handlers'] },
  '003/3.2': { title: 'Give each catch a recovery, not just a log' },
  '003/3.3': { title: 'Never let errors fail silently' },
  '003/3.4': { title: 'Keep business logic in one layer', planned: ['layer-boundaries', 'no-db-in-handlers'] },
  '003/3.5': { title: 'Make environment-dependent values configurable', planned: ['no-hardcoded-config'] },
  '003/3.6': { title: 'Validate data at trust boundaries', planned: ['require-input-validation'] },
  '003/3.7': { title: 'Respect module boundaries when importing', planned: ['layer-boundaries'] },
  '003/4.1': {
    title: 'Unit-test services, repositories and validators in isolation',
    planned: ['require-test-file', 'no-real-io-in-unit-tests'],
  },
  '003/4.2': { title: 'Run integration tests against a real database', planned: ['no-mocked-db-in-integration-tests'] },
  '003/4.3': { title: 'Test whole user journeys end to end', reason: journeys },
  '003/4.4': {
    title: 'Repair failing tests, and stop after repeated failures',
    peers: ['vitest/no-focused-tests', 'vitest/no-disabled-tests'],
  },
  '003/4.5': {
    title: 'Hand manual checks to the user',
    reason: 'Waiting for a person happens in the conversation and leaves nothing in the code.',
  },
  '003/4.6': { title: 'Leave test data in the database', planned: ['no-test-cleanup'] },
  '003/5.0': { title: 'Opening of the security and performance points', reason: heading },
  '003/5.1': {
    title: 'Consider access control, data protection and injection',
    planned: ['require-input-validation'],
  },
  '003/5.2': {
    title: 'Consider latency, indexes, queries and caching',
    planned: ['no-query-in-loop', 'require-pagination'],
  },
  '003/5.3': { title: 'Limit request rates against abuse', planned: ['require-rate-limit'] },
  '003/5.4': { title: 'Give external calls error handling and recovery' },
  '003/6.0': { title: 'Opening of the library checks', reason: heading },
  '003/6.1': { title: 'Check that no installed library does the job', planned: ['no-duplicate-purpose-deps'] },
  '003/6.2': {
    title: 'Check new libraries against the present stack',
    planned: ['consistent-runtime-version'],
    peers: [
      'n/no-unsupported-features/es-builtins',
      'n/no-unsupported-features/es-syntax',
      'n/no-unsupported-features/node-builtins',
    ],
  },
  '003/6.3': {
    title: 'Weigh the security and upkeep of libraries',
    reason:
      'It needs advisories and registry data that change daily, which an audit command reads and a linter does not.',
  },
  '003/6.4': {
    title: 'Weigh the bundle size of frontend libraries',
    reason: 'Bundle size concerns browser code, and only a build can measure it.',
  },
  '004/fm': { title: 'Describe when to use the backend guide', reason: frontMatter },
  '004/1.1': { title: 'Keep a README at the repository root', planned: ['require-readme'] },
  '004/1.2': { title: 'Start the project with one command', planned: ['require-package-scripts'] },
  '004/1.3': { title: 'Deploy the project with one command', planned: ['require-package-scripts'] },
  '004/1.4': { title: 'Make builds reproducible', planned: ['pin-versions', 'lockfile-in-sync'] },
  '004/1.5': { title: 'Ship every build with its bill of materials', reason: billOfMaterials },
  '004/1.6': {
    title: 'Use UTC in code, databases and logs',
  },
  '004/1.7': { title: 'Commit each meaningful change', reason: gitHistory },
  '004/2.0': { title: 'Record all work in git', reason: gitHistory },
  '004/2.1.1': { title: 'Commit after each feature, fix or refactoring', reason: gitHistory },
  '004/2.1.2': { title: 'Commit after each configuration change', reason: gitHistory },
  '004/2.1.3': { title: 'Commit after each documentation change', reason: gitHistory },
  '004/2.1.4': { title: 'Commit after each bug fix, however small', reason: gitHistory },
  '004/2.1.5': { title: 'Commit before turning to another task', reason: gitHistory },
  '004/2.1.6': {
    title: 'Mark commits of broken work as WIP',
    reason: 'The prefix stands in a commit message, and only its author knows that the work is broken.',
  },
  '004/2.2': { title: 'Write commit messages in a conventional imperative form', peers: ['commitlint'] },
  '004/2.3.1': { title: 'Mark future work with TODO or FIXME', planned: ['require-todo-ticket'] },
  '004/2.3.2': { title: 'Commit TODO markers at once', reason: gitHistory },
  '004/2.3.3': { title: 'Name a ticket in comments on planned work', planned: ['require-todo-ticket'] },
  '004/2.4': {
    title: 'Leave no change uncommitted',
    reason: 'It is about the state of a working tree at some moment, not about what its files contain.',
  },
  '004/3.1.1': { title: 'Limit routes to request and response handling', planned: ['thin-handlers'] },
  '004/3.1.2': { title: 'Place business logic in services', planned: ['layer-boundaries', 'file-placement'] },
  '004/3.1.3': { title: 'Keep database calls out of route handlers', planned: ['no-db-in-handlers'] },
  '004/3.1.4': { title: 'Keep controllers thin and services rich', planned: ['thin-handlers'] },
  '004/3.2': { title: 'Lay out source folders by responsibility', planned: ['file-placement'] },
  '004/3.2a': { title: 'Keep route handlers in the routes folder', planned: ['file-placement', 'thin-handlers'] },
  '004/3.2b': { title: 'Keep middleware in the middleware folder', planned: ['file-placement'] },
  '004/3.2c': {
    title: 'Keep request schemas in the validators folder',
    planned: ['file-placement', 'require-input-validation'],
  },
  '004/3.2d': {
    title: 'Keep feature and authentication logic in services',
    planned: ['file-placement', 'layer-boundaries'],
  },
  '004/3.2e': { title: 'Keep third-party integrations in their own folder', planned: ['file-placement'] },
  '004/3.2f': { title: 'Keep data models in the models folder', planned: ['file-placement'] },
  '004/3.2g': {
    title: 'Keep migrations and seeds under the database folder',
    planned: ['file-placement'],
  },
  '004/3.2h': { title: 'Keep shared utilities free of business code', planned: ['layer-boundaries'] },
  '004/3.2i': { title: 'Keep configuration in one module', planned: ['no-direct-env', 'no-hardcoded-config'] },
  '004/3.3': { title: 'See the companion text on API design', reason: pointer },
  '004/4.1.1': { title: 'Forbid any in favor of narrowed unknown', peers: ['@typescript-eslint/no-explicit-any'] },
  '004/4.1.2': {
    title: 'Type every parameter and return value',
    peers: [
      '@typescript-eslint/explicit-function-return-type',
      'tsconfig noImplicitAny',
      '@typescript-eslint/explicit-module-boundary-types',
    ],
  },
  '004/4.1.3': { title: 'Validate API input with a schema at runtime', planned: ['require-input-validation'] },
  '004/4.2.1': { title: 'Look for an installed library before adding one', planned: ['no-duplicate-purpose-deps'] },
  '004/4.2.2': { title: 'Prefer platform APIs to libraries', planned: ['prefer-native'] },
  '004/4.2.3': {
    title: 'Avoid deprecated APIs and patterns',
    peers: ['@typescript-eslint/no-deprecated', 'n/no-deprecated-api'],
  },
  '004/4.3.1': { title: 'Use explicit error types and swallow nothing' },
  '004/4.3.2': {
    title: 'Answer failed requests with structured errors',
    planned: ['response-envelope'],
  },
  '004/4.3.3': {
    title: 'Define error classes that carry an HTTP status',
  },
  '004/4.4.1': { title: 'Answer without a preamble', reason: answerStyle },
  '004/4.4.2': { title: 'Ask one precise question when context lacks', reason: question },
  '004/4.4.3': { title: 'Fix errors without long explanations', reason: answerStyle },
  '004/5.0': { title: 'Settle the project scope before implementation', reason: scoping },
  '004/5.1': { title: 'Settle how long the project will live', reason: scoping },
  '004/5.2': { title: 'Settle the release cycle', reason: scoping },
  '004/5.3': { title: 'Settle which environments are needed', reason: scoping },
  '004/5.4': { title: 'Settle how much downtime is tolerable', reason: scoping },
  '004/5.5': { title: 'Settle technology maturity and compatibility demands', reason: scoping },
  '004/6.1': {
    title: 'Run the same versions in every environment',
    planned: ['consistent-runtime-version', 'pin-versions'],
  },
  '004/6.2': {
    title: 'Pin databases, servers, SDKs and dependencies alike',
    planned: ['consistent-runtime-version', 'pin-versions'],
  },
  '004/6.3': { title: 'Run development and production through Docker Compose', planned: ['require-package-scripts'] },
  '004/6.4': { title: 'Verify package checksums on installation', planned: ['pin-versions', 'lockfile-in-sync'] },
  '004/6.5': {
    title: 'Snapshot working environments for recovery',
    reason: 'A snapshot is taken on a running host and kept outside the repository.',
  },
  '004/7.1': { title: 'Choose PostgreSQL for transactional, relational data', reason: storeChoice },
  '004/7.2': { title: 'Choose a document store for flexible schemas and search', reason: storeChoice },
  '004/7.3': { title: 'Choose a key-value store for fast lookups', reason: storeChoice },
  '004/7.4': { title: 'Choose a graph database for traversing relationships', reason: storeChoice },
  '004/7.5': { title: 'Try JSON columns before adding a document store', reason: storeChoice },
  '004/7.6.1': {
    title: 'Verify backups by restoring them',
    reason: 'Backups are made and restored by infrastructure, and the source shows neither.',
  },
  '004/7.6.2': {
    title: 'Script the copying of data between environments',
    reason: 'No name or form marks a script as one that copies data, and it often lives with the infrastructure.',
  },
  '004/7.6.3': {
    title: 'Plan how persistence updates are rolled out',
    reason: 'Migration files show a change but not the plan by which it reaches production.',
  },
  '004/7.6.4': {
    title: 'Plan how the database will scale',
    reason: 'Scaling is a decision on future load and infrastructure that code does not contain.',
  },
  '004/7.6.5': { title: 'Use a schema migration tool' },
  '004/7.6.6': {
    title: 'Monitor database health and alert on faults',
    reason: 'Alerts are set up in a monitoring system, and the presence of a health route would prove little.',
  },
  '004/7.7': {
    title: 'Choose a hosting model deliberately',
    reason: 'It compares hosting offers for a decision on cost and control that is made outside the code.',
  },
  '004/8.1': { title: 'List tool and SDK versions in the bill of materials', reason: billOfMaterials },
  '004/8.2': { title: 'List dependencies with versions in the bill of materials', reason: billOfMaterials },
  '004/8.3': {
    title: 'Stamp builds with the git revision',
    reason:
      'A build argument, an image label or the CI service may stamp the revision, so no one place can be checked.',
  },
  '004/8.4': {
    title: 'Record build configuration with the artifact',
    reason: 'The values exist only while a build runs and are written to its output.',
  },
  '004/8.5': {
    title: 'Record failed checks with the artifact',
    reason: 'Which checks failed is known only once a build has run.',
  },
  '004/9.1.1': { title: 'Send credentials over encrypted connections only' },
  '004/9.1.2': {
    title: 'Keep secrets out of version control',
    planned: ['no-committed-env-file'],
  },
  '004/9.1.3': {
    title: 'Keep secrets in the environment or ignored files',
    planned: ['no-committed-env-file'],
  },
  '004/9.1.4': {
    title: 'Provide a sample env file with placeholders',
    planned: ['env-example-in-sync'],
  },
  '004/9.1.5': {
    title: 'Think about a secrets manager for production',
    reason: 'It invites a choice of infrastructure and demands nothing, so no code can break it.',
  },
  '004/9.2.1': { title: 'Never store recoverable passwords' },
  '004/9.2.2': { title: 'Hash passwords with a salted, slow algorithm' },
  '004/9.2.3': {
    title: 'Keep fast digests away from passwords',
    peers: ['sonarjs/hashing'],
  },
  '004/9.3.1': { title: 'Cap login attempts from each client', planned: ['require-rate-limit'] },
  '004/9.3.2': {
    title: 'Lock an account that keeps failing to log in',
    reason:
      'A lockout is a business flow over stored counters, often in an identity provider, with no recognizable form.',
  },
  '004/9.3.3': { title: 'Throttle every sensitive action', planned: ['require-rate-limit'] },
  '004/9.3.4': { title: 'See the companion text on tokens and roles', reason: pointer },
  '004/9.4.1': {
    title: 'Watch for unusual access to data',
    reason: 'What counts as unusual shows only in the traffic of a running system.',
  },
  '004/9.4.2': { title: 'Cap bulk operations at normal usage', planned: ['require-pagination'] },
  '004/9.4.3': {
    title: 'Tell many single requests from one bulk export',
    reason: 'The difference lies in request patterns over time, which only a running system sees.',
  },
  '004/10.0': {
    title: 'Write audit entries in one line format',
    reason: 'The line is composed at run time, and nothing marks which log calls are audit entries.',
  },
  '004/10.1': {
    title: 'Record time, actor and action in audit entries',
    reason: 'There is no common audit interface whose arguments a rule could examine.',
  },
  '004/10.2': {
    title: 'Protect audit logs from tampering',
    reason:
      'Protection comes from the service that stores the log and from its permissions, not from the code that writes to it.',
  },
  '004/10.3': {
    title: 'Keep audit logs apart from application logs',
    reason: 'Log streams are separated by infrastructure that the source does not describe.',
  },
  '004/11.1': { title: 'Remove personal data from exports' },
  '004/11.2': {
    title: 'Expose opaque identifiers instead of real ones',
    reason: 'Whether an identifier ever leaves the system depends on every response, which a schema cannot tell.',
  },
  '004/11.3': { title: 'Hash personal data if it must be logged' },
  '004/12.1': { title: 'Create temporary files privately in their own directory' },
  '004/12.2': { title: 'Restrict permissions on application files', peers: ['sonarjs/file-permissions'] },
  '004/12.3': { title: 'Run containers unprivileged, isolated and up to date', planned: ['no-root-container'] },
  '004/13.1': { title: 'Enforce eighty percent unit test coverage', planned: ['require-coverage-threshold'] },
  '004/13.2': {
    title: 'Cover critical API paths with integration tests',
    reason:
      'Which paths are critical is not written down, and tests reach them through addresses assembled at runtime.',
  },
  '004/13.3': { title: 'Test the main user journeys end to end', reason: journeys },
  '004/13.4': { title: 'Run checks in a pre-commit hook', planned: ['require-pre-commit-hook'] },
  '004/13.5': { title: 'See the companion text on testing', reason: pointer },
  '004/14.1': { title: 'See the companion text on delivery and operations', reason: pointer },
  '004/15.1.0': { title: 'Assign owners for operations before launch', reason: ownership },
  '004/15.1.1': { title: 'Assign an owner for incidents and on-call', reason: ownership },
  '004/15.1.2': { title: 'Assign an owner for monitoring', reason: ownership },
  '004/15.1.3': { title: 'Assign an owner for backup checks', reason: ownership },
  '004/15.1.4': { title: 'Assign an owner for dependency updates', reason: ownership },
  '004/15.1.5': { title: 'Assign an owner for security patches', reason: ownership },
  '004/15.1.6': { title: 'Assign an owner for log retention', reason: ownership },
  '004/15.2.0': { title: 'Opening of the release checklist', reason: heading },
  '004/15.2.1': {
    title: 'Release only when all tests pass',
    peers: ['vitest/no-focused-tests', 'vitest/no-disabled-tests'],
  },
  '004/15.2.2': { title: 'Release with a bill of materials', reason: billOfMaterials },
  '004/15.2.3': { title: 'Make migrations run in both directions' },
  '004/15.2.4': { title: 'Document and set every environment variable', planned: ['env-example-in-sync'] },
  '004/15.2.5': {
    title: 'Release without committed secrets',
    planned: ['no-committed-env-file'],
  },
  '004/15.2.6': {
    title: 'Cover new features with monitoring and alerts',
    reason: 'Dashboards and alerts live in a monitoring service outside the repository.',
  },
  '004/15.2.7': {
    title: 'Document and rehearse the rollback',
    reason: 'A rehearsal happens in an environment, and a document about it does not show its result.',
  },
  '004/16.1': { title: 'Try out APIs with HTTPie', reason: toolTip },
  '004/16.2': { title: 'Filter JSON responses with jq', reason: toolTip },
} as const satisfies Record<string, Clause>

/** The id of a clause: the number of its guideline, a slash, and its place there. */
export type ClauseId = keyof typeof clauses

/** The short name of a guideline, which is also the name of its preset. */
export type GuidelineName = (typeof guidelines)[keyof typeof guidelines]['name']

/** The presets: three for all, and one for each guideline. */
export type PresetName = 'recommended' | 'strict' | 'all' | GuidelineName
