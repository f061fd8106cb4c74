import type { Dialect } from './sql/dialect.ts'

/**
 * The vocabulary: what a call, a tag or a property can be for in a backend, whatever the library,
 * and what a library row must tell about each.
 */
export interface Roles {
  /** SQL text is run, or prepared to be run. */
  'db.query': SqlAt
  /** SQL text is made that becomes part of a query elsewhere. */
  'db.fragment': SqlAt
  /** A value or a name becomes text that cannot leave its place in a statement. */
  'db.escape': { readonly of: 'value' | 'name' }
  /** A query builder or an ORM is told, or is not told, which columns to read. */
  'db.columns': ColumnsAt
  /** Rows are made or changed by a builder or an ORM, or what will be one is. */
  'db.write': WriteAt
  /** Rows come out of a builder or an ORM, whole unless the call chooses columns. */
  'db.rows': RowsAt
  /** Rows are deleted by a builder or an ORM. */
  'db.delete': DeleteAt
  /** The tables of a database are made to fit the code, past every migration. */
  'schema.sync': SyncAt
  /** An identifier is made. */
  'id.generate': { readonly format: IdFormat }
  /** An identifier made elsewhere is checked, parsed or printed. */
  'id.read': { readonly format: IdFormat }
  /** A schema is made; a package with one such row makes schemas, whatever it is called by. */
  'schema.make': object
  /** A table is declared: by a call, an entity or a model. */
  'schema.table': TableAt
  /** A column is declared, or the type of one is named. */
  'schema.column': ColumnAt
  /** A relation to another table is declared. */
  'schema.relation': RelationAt
  /** A key or an index is declared, or the columns that hold one. */
  'schema.key': KeyAt
  /** The tables of the database are changed by a call. */
  'schema.change': ChangeAt
  /** A value goes to the client, as the answer to its request. */
  'http.response': ResponseAt
  /** The status of an answer is said, before its value or without one. */
  'http.status': StatusAt
  /** An error is made whose text the framework sends to the client. */
  'http.error': ErrorAt
  /** Errors go to the client with all that they hold, by an option or a middleware of a library. */
  'http.reveal': { readonly when?: 'true' | 'false' }
  /** A function is declared that answers requests, or events that a platform hands to it. */
  'http.route': RouteAt
  /** A function is declared that requests pass through on their way to a route. */
  'http.middleware': HandlerAt
  /** A function is declared that gets what handlers throw. */
  'http.error-handler': HandlerAt
  /** An application is made that routes are declared on, and that answers requests by itself. */
  'http.app': object
  /** Other sites are told whether they may read the answers. */
  'http.cors': CorsAt
  /** Files of another machine are reached, over a protocol that encrypts only where it is asked to. */
  'files.connect': FilesAt
  /** Work begins that takes seconds, or the time of another service: mails, documents, browsers, media, models. */
  'task.long': TaskAt
  /** What is known of clients is kept in the memory of one process, unless an option says where else. */
  'memory.keep': KeptAt
  /** A place is made that keeps such a thing in the memory of one process. */
  'memory.store': object
  /** A line goes to the log. */
  'log.write': LogLine
  /** A logger is set up, or something that writes lines beside it. */
  'log.setup': SetupAt
  /** A form of lines is made, or a part of one. */
  'log.format': FormatAt
  /** A line goes to the console, past every logger. */
  'console.write': { readonly level: LogLevel }
  /** A service that collects errors is told something: beside an error, or as a message of its own. */
  'error.report': ReportAt
  /** Another machine is asked by HTTP, or a client is made that will ask it. */
  'http.call': BoundAt
  /** A pool of connections to a database is made. */
  'db.pool': BoundAt
  /** Something is taken that has to be given back. */
  'resource.acquire': AcquireAt
  /** A transaction begins on something that is held. */
  'resource.begin': BeginAt
  /** A file is made, or written to. */
  'file.write': FileAt
  /** The rights to a file are set. */
  'file.permit': { readonly mode: number }
  /** Files that clients send are put into a folder. */
  'file.store': StoreAt
  /** The thread waits until work is done, and runs nothing else meanwhile. */
  'sync.block': BlockAt
  /** A time is taken apart, or put together, by the clock of the machine. */
  'time.local': LocalTimeAt
  /** Something is to run at times of the day. */
  'time.schedule': ScheduleAt
  /** A value comes in from outside of the program, and nothing has looked at it. */
  'external.read': ExternalAt
  /** A value is read that other code has put into the context of a request; its type is that of the context. */
  'context.read': ContextAt
  /** A secret is taken: to sign, to encrypt, to sign in with. */
  'secret.use': SecretAt
  /** A password becomes a hash that takes time to make. */
  'password.hash': PasswordHashAt
  /** A text becomes another one, in no time: by a digest, or by a cipher that can be undone. */
  'text.scramble': ScrambleAt
  /** A signed token is checked, and its claims come out. */
  'jwt.verify': JwtVerifyAt
  /** The claims of a token come out, and nothing has been checked; the token is the first argument. */
  'jwt.decode': JwtDecodeAt
  /** A token is signed. */
  'jwt.sign': JwtSignAt
  /** A server, or its schema, is made whose handlers all get one context; its first type argument is the type of it. */
  'context.serve': object
}

export type Role = keyof Roles

/** Where a secret stands. */
export interface SecretAt {
  /** The position of the argument that is the secret, or that holds it; `value` for what a property is set to. */
  readonly secret: number | 'value'
  /** The paths below that argument at which secrets stand: `auth.pass`; none where it is one itself. */
  readonly under?: readonly string[]
  /** What people call the variable of the environment that such a secret is read from. */
  readonly variable: string
  /** Names of receivers that make it one although their origin is unknown: `jwt`. */
  readonly receivers?: readonly string[]
}

/** What says how hard a hash is to guess. The password is the first argument. */
export interface PasswordHashAt {
  /** It makes keys of other things than passwords as well. */
  readonly derives?: true
  /** The position of the number of rounds, or of the object that has it as one of `options`. */
  readonly cost?: number
  readonly options?: readonly string[]
  /** The number below which it is too easy; the one for SHA-256, where that differs. */
  readonly least?: number
  readonly leastStrict?: number
  /** The number to take instead. */
  readonly suggested?: number
  /** The position of the salt, or of the object that has it as `saltOption`. */
  readonly salt?: number
  readonly saltOption?: string
  /** The position of the object that names the kind of argon2. */
  readonly typeAt?: number
  readonly receivers?: readonly string[]
}

export interface ScrambleAt {
  readonly by: 'digest' | 'cipher'
  /** The position of the text; `update` where calls of that name on the result take it. */
  readonly value: number | 'update'
  readonly receivers?: readonly string[]
}

/** What says how a token is checked. */
export interface JwtVerifyAt {
  /** The position of the key; none where the options, or what was made before, say it. */
  readonly key?: number
  /** The position of the options. */
  readonly options: number
  /** The option that lists the algorithms that are accepted, where the library takes any of a kind without it. */
  readonly algorithms?: string
  /** The option that keeps a token alive that has expired. */
  readonly ignores?: string
  /** The position of the argument that switches the check of the signature off. */
  readonly off?: number
  readonly receivers?: readonly string[]
}

export interface JwtDecodeAt {
  /** It reads tokens that have no signature. */
  readonly unsigned?: true
  readonly receivers?: readonly string[]
}

/** What says how long a token lives. */
export interface JwtSignAt {
  /** The position of the claims; none where they are given to what it makes. */
  readonly payload?: number
  /** The position of the key, where there is one. */
  readonly key?: number
  /** The position of the options; none where there are none. */
  readonly options?: number
  /** Options that set a time. */
  readonly expires?: readonly string[]
  /** Another call of the chain that does. */
  readonly chained?: string
  /** Somewhere else may set the time for all tokens: a module of the framework. */
  readonly elsewhere?: true
  readonly receivers?: readonly string[]
}

/** Where the SQL of a call stands. */
export interface SqlAt {
  /** The position of the argument that is the SQL, counted from 0; `template` for the text of a tagged template. */
  readonly sql: number | 'template'
  /** When that argument may also be an object: the property that holds the SQL. */
  readonly property?: string
  /** The argument may also be a list of statements. */
  readonly list?: true
  /** The position of the argument whose values are bound to the placeholders of the text. */
  readonly values?: number
  /** How a placeholder is written: `$1`, `?`, `:name`, `@name`, `{name:Type}`. */
  readonly placeholder?: PlaceholderStyle
  /** It is there to put any text in as it is (`raw`, `unsafe`): what is handed to it alone is SQL, too. */
  readonly verbatim?: true
  /** What is made of a whole statement runs it when it is waited for: `await knex.raw('…')`. */
  readonly runs?: true
  /** Marks behind a placeholder that put its value in as it is: `:raw`. */
  readonly verbatimMarks?: readonly string[]
  /** The tag that does the same and binds what stands in its holes: `$queryRaw`; empty for the value acted on itself. */
  readonly bindingTag?: string
}

export type PlaceholderStyle = 'numbered' | 'question' | 'named' | 'at' | 'typed'

/** Where what is written stands. */
export interface WriteAt {
  /** The position of the argument that holds it, counted from 0. */
  readonly values: number
  /** The properties of that argument that hold it; all of it when not given. */
  readonly under?: readonly string[]
}

/** How a builder call names its columns. */
export interface ColumnsAt {
  /**
   * - `all`: the call itself means every column (`selectAll()`)
   * - `arguments`: every argument, or item of an array argument, is a column (`select('id', 'name')`)
   * - `projection`: the first argument is the list or object of columns; without it, every column (`select({ id })`)
   * - `option`: an object argument lists the columns under one of `options`; without it, every column
   * - `chained`: every column, unless a later call of the chain is one of `options`
   */
  readonly columns: 'all' | 'arguments' | 'projection' | 'option' | 'chained'
  /** The names of the options, or of the chained calls, that choose columns. */
  readonly options?: readonly string[]
  /** The position of the argument that holds the options; 0 when not given. */
  readonly at?: number
  /**
   * How columns are named where every column was meant: each by an argument, by an argument that lists them, or by a
   * text with commas; `call` is the call that does it, when it is another one.
   */
  readonly named?: { readonly as: 'arguments' | 'list' | 'text'; readonly call?: string }
  /** The part of the statement that lists the columns; `select` when not given. */
  readonly clause?: 'select' | 'returning'
}

/** How a table is declared. */
export interface TableAt {
  /** The ORM whose form the declaration has. */
  readonly like: 'drizzle' | 'typeorm' | 'mikro-orm' | 'sequelize' | 'mongoose'
  /** The position of the argument that lists the columns; none for a decorator, and where one object says all. */
  readonly columns?: number
  /** `view` for what only looks like a table; `base` for what only gives its columns to others. */
  readonly kind?: 'view' | 'base'
  /** The database it is for, when it is for one only. */
  readonly dialect?: Dialect
}

/** What the declaration of a column says by its name alone. */
export interface ColumnAt {
  /** The type as PostgreSQL calls it, or else the one database that has it; none where the arguments say it. */
  readonly type?: string
  /** The option that says whether a time has a time zone, and whether it has one when nothing is said. */
  readonly zone?: { readonly option: string; readonly otherwise: boolean }
  readonly primaryKey?: true
  /** The database makes the value. */
  readonly generated?: true
  /** The time at which a row was deleted: such rows stay. */
  readonly softDelete?: true
}

export interface RelationAt {
  /** Which side of the relation is declared; the key stands in the table of the `many-to-one` side. */
  readonly relation: 'many-to-one' | 'one-to-one' | 'one-to-many' | 'many-to-many'
}

export interface KeyAt {
  /** `join` names the columns, or the table, that hold a relation. */
  readonly key: 'primary' | 'unique' | 'unique-index' | 'index' | 'foreign' | 'check' | 'join'
}

/** What a call changes. */
export interface ChangeAt {
  /** `other` changes no table: a type, a view, a function, a right. */
  readonly change: ChangeKind
  /**
   * How the change is written:
   * - `arguments`: the name of the table first, then what is changed
   * - `callback`: the name of the table, then a function that is given a builder
   * - `chain`: the name of the table, then calls on the result
   */
  readonly form: 'arguments' | 'callback' | 'chain'
  /** Of `add-key` and `drop-key`, where the call is about one kind of key. */
  readonly key?: 'primary' | 'unique' | 'foreign' | 'check' | 'exclude'
  /** It is a part of a change that another call makes. */
  readonly part?: true
}

export type ChangeKind =
  | 'create-table'
  | 'alter-table'
  | 'drop-table'
  | 'rename-table'
  | 'move-table'
  | 'empty-table'
  | 'add-column'
  | 'alter-column'
  | 'drop-column'
  | 'rename-column'
  | 'add-key'
  | 'drop-key'
  | 'rename-key'
  | 'create-index'
  | 'drop-index'
  | 'rename-index'
  | 'other'

/** Which rows a call deletes, and what only marks them as deleted. */
export interface DeleteAt {
  /**
   * What names the table:
   * - a position: the argument there, its name in the database or in code (`deleteFrom('users')`, `delete(users)`)
   * - `receiver`: what the method is called on (`prisma.user.delete()`, `User.deleteOne()`)
   * - `entity`: the type that the repository is of (`Repository<User>`)
   * - `chain`: another call of the chain (`db('users').del()`, `from('users').delete()`)
   */
  readonly table: number | 'receiver' | 'entity' | 'chain'
  /** The option without which rows are only marked. */
  readonly option?: string
  /** The call that marks rows instead, and where it takes the mark. */
  readonly marks?: {
    readonly call: string
    /**
     * - `itself`: the call knows the column
     * - `data`: beside the condition, as `data: { … }`
     * - `set`: by a call behind it, `.set({ … })`
     * - `argument`, `second`: as its only, or its second argument
     */
    readonly by: 'itself' | 'data' | 'set' | 'argument' | 'second'
    /** The mark travels as JSON: a time is text. */
    readonly json?: true
  }
}

/** Which rows a call hands over, and what makes them less than whole. */
export interface RowsAt {
  /** What names the table, as a deletion does. */
  readonly table: DeleteAt['table']
  /** The names of options that choose columns; with none of them, every column comes. */
  readonly options?: readonly string[]
  /** The position of the argument that holds the options; 0 when not given. */
  readonly at?: number
  /** From this position on, an argument chooses columns: `findById(id, 'email')`, `returning({ id })`. */
  readonly projection?: number
  /** Calls of the same chain that choose columns. */
  readonly chained?: readonly string[]
  /** The option that leaves columns out, and how it names them: `{ password: true }`, `['password']`. */
  readonly leavesOut?: { readonly option: string; readonly as: 'true' | 'false' | 'list' | 'excluded' }
  /** The option that names the columns that come, as `{ id: true }`. */
  readonly selects?: string
}

/** How a value becomes an answer. */
export interface ResponseAt {
  /**
   * Where the value stands:
   * - a position: the argument there (`res.json(users)`)
   * - `assigned`: what the property is set to (`ctx.body = users`)
   * - `returned`: what the function returns that is given to the call, or that is decorated
   */
  readonly value: number | 'assigned' | 'returned'
  /**
   * What makes a receiver one although its origin is unknown: the last word of its name (`procedure` of
   * `publicProcedure`), or its whole name.
   */
  readonly receivers?: readonly string[]
  /** An error that is given alone is handed to the handler of errors: `reply.send(error)`. */
  readonly passesErrors?: true
  /** A protocol over HTTP has a word of its own for failures: the status says nothing. */
  readonly ownProtocol?: true
  /** Where its status may stand beside it. */
  readonly status?: {
    /** The position of an argument that is the status: `c.json(body, 404)`. */
    readonly at?: number
    /** The property that holds it in an object given there: `{ status: 404 }`. */
    readonly property?: string
    /** The decorator of the handler that says it: `@HttpCode(202)`. */
    readonly decorator?: string
  }
  /** What says which fields go out, whatever the value holds. */
  readonly shapedBy?: {
    /** An option of the call that declares the route, by its path: `schema.response`. */
    readonly option?: string
    /** Another call of the chain: `output`. */
    readonly call?: string
    /** Words in the names of decorators of the handler or its class, or of what those are given. */
    readonly decorators?: readonly string[]
    /** Names with such a word that shape nothing by themselves. */
    readonly inert?: readonly string[]
  }
}

/** How the status of an answer is said. */
export interface StatusAt {
  /** The position of the argument that is the status, or `assigned` for what the property is set to. */
  readonly status: number | 'assigned'
  /** The last word of the name of a receiver that makes it one although its origin is unknown: `res`. */
  readonly receivers?: readonly string[]
  /** The call is the whole answer: `res.sendStatus(204)`. */
  readonly answers?: true
}

/** Which parts of what an error is made of are sent. */
export interface ErrorAt {
  /** The positions of arguments, and the properties of objects given there; all of an argument without any. */
  readonly sent: readonly { readonly at: number; readonly properties?: readonly string[] }[]
  /** What every one of them has: a class that extends it need not say it again. */
  readonly has?: readonly ('name' | 'status' | 'code')[]
}

/** Where the function stands that is declared as a handler. */
export interface HandlerAt {
  /**
   * - a position: the argument there
   * - `last`: the last argument; functions before it are middlewares
   * - `all`: every argument that is a function
   * - `decorated`: the method that is decorated, or one method of the class that is
   * - `typed`: a function annotated with the type, or one method of a class that implements it
   */
  readonly handler: number | 'last' | 'all' | 'decorated' | 'typed'
  /** The property that holds it, where the argument may also be an object; of a class, its method. */
  readonly under?: string
  /** The text that the first argument must be: `error` of `app.on('error', …)`. */
  readonly event?: string
  /** A function with as many parameters gets errors, and no requests. */
  readonly errorArity?: number
  /** Words at the end of the name of a receiver that make it one although its origin is unknown: `publicProcedure`. */
  readonly receivers?: readonly string[]
}

export interface RouteAt extends HandlerAt {
  /**
   * What the function answers: a request where nothing is given, a field of GraphQL, a procedure of an RPC, or what a
   * platform calls it with, without a server.
   */
  readonly answers?: 'resolver' | 'procedure' | 'function'
}

/** Where a call says which sites may read; without it, all may. */
export interface CorsAt {
  /** The position of the argument that holds the policy, counted from 0. */
  readonly policy: number
  /** The option of that argument that holds it, where the argument holds others, too; without it, no site may. */
  readonly under?: string
}

/** How a connection to the files of another machine says that it is encrypted; without it, it is not. */
export interface FilesAt {
  /** The position of the argument that holds the options. */
  readonly options: number
  readonly encrypts: string
}

/** What a long task makes. */
export interface TaskAt {
  readonly task: 'mail' | 'message' | 'browser' | 'document' | 'media' | 'model'
}

/** What a form of lines makes of them; `part` is for what a line tells, and neither its form nor its time. */
export interface FormatAt {
  readonly as: 'json' | 'text' | 'colour' | 'time' | 'part'
}

/** What is kept, and how it is said where. */
export interface KeptAt {
  readonly keeps: 'sessions' | 'counts'
  /** The position of the argument that holds the options; also where it is registered as a plugin. */
  readonly options: number
  /** The option that says where it is kept. */
  readonly under: string
  /** Names of the function, and options, that tell the call where nothing shows whose it is. */
  readonly called?: readonly string[]
  readonly knownBy?: readonly string[]
}

/** What an act on the schema does, and when. A property that is `set` acts when it is true. */
export interface SyncAt {
  /** `alters`: what is there is changed or dropped; `adds`: what is missing is made, and no more. */
  readonly extent: 'alters' | 'adds'
  /** Options that make an act that adds one that alters: of an object argument, or of the object a property is set to. */
  readonly options?: readonly string[]
  /** Words in the name of a receiver that make it one although its origin is unknown: `sequelize`. */
  readonly receivers?: readonly string[]
  /** Whether setting the property to false leaves a program that does the same, but for its schema. */
  readonly fixable?: true
}

export interface LogLine {
  readonly level: LogLevel
  /** Whether the fields go before the message (`log.info({ id }, 'paid')`) or after it. */
  readonly order: 'object-first' | 'message-first'
  /** The types of the library let only JSON, or only a message, through: a call may not compile with any value. */
  readonly takes?: 'json'
  /** The last of several arguments says where the line comes from: `error('failed', UsersService.name)`. */
  readonly context?: true
}

/** What makes lines other than JSON with a time. */
export interface SetupAt {
  /** The option that holds the form of the lines. */
  readonly format?: string
  /** Values that make text of lines, by the path of their option; `*` is any key, or any item of a list. */
  readonly text?: readonly { readonly option: string; readonly values: readonly (string | boolean)[] }[]
  /** Options that leave the time out, by the same path. */
  readonly timeless?: readonly { readonly option: string; readonly values: readonly (string | boolean)[] }[]
  /** Values of the first argument that make text of lines. */
  readonly named?: readonly string[]
  /** Lines are text unless one of these options is given, or one of these methods is called in the same file. */
  readonly unless?: { readonly options: readonly string[]; readonly calls?: readonly string[] }
  /** It counts only where it is set as this option. */
  readonly under?: string
}

export interface ReportAt {
  /** The positions of the arguments that are kept, counted from 0; an error itself is none of them. */
  readonly told: readonly number[]
  /** Words in the name of a receiver that make it one although its origin is unknown: `sentry`. */
  readonly receivers?: readonly string[]
}

/** What makes a time one of another zone than the machine's. */
export interface LocalTimeAt {
  /** The text, as an expression, by which a file works in a zone of its own, wherever it stands. */
  readonly zonedBy?: string
  /** It makes a time, which depends on the zone unless all that is asked of it are these members. */
  readonly instants?: readonly string[]
  /** Members that take the time to a zone, or to an instant: what comes after them does not depend on the machine. */
  readonly leads?: readonly string[]
  /** The name that does the same in UTC, by the same arguments. */
  readonly utc?: string
}

/** Where a schedule says when it runs, and in which zone. */
export interface ScheduleAt {
  /** The position of the pattern, or the options that may hold it. */
  readonly pattern: number | readonly string[]
  /** The positions at which options may stand. */
  readonly options: readonly number[]
  /** The option that holds the pattern and the zone, where others stand beside it. */
  readonly under?: string
  /** The options that name a zone. */
  readonly zones: readonly string[]
  /** The position of an argument that names one. */
  readonly zone?: number
}

export interface ContextAt {
  /** Names that packages of the framework give a type. */
  readonly known?: readonly string[]
}

/** How a call is told how long to wait for another machine. */
export interface BoundAt {
  /**
   * The positions at which its options may stand; a function or a text that stands there is something else. Position 0
   * may also be an address.
   */
  readonly options: readonly number[]
  /** The options that bound it, each by itself; the first one is what a repair adds. */
  readonly bounds: readonly string[]
  /** What the first bound takes, with `%` for milliseconds: `AbortSignal.timeout(%)`; the milliseconds when not given. */
  readonly bound?: string
  /** Methods of what it gives that bound it, too: `.timeout(1000)`, `request.setTimeout(1000)`. */
  readonly bounding?: readonly string[]
  /** A client is made, whose options count for all that it asks. */
  readonly client?: true
  /** It gives up by itself, though late. */
  readonly late?: true
  /** The text, as an expression, by which a program bounds all such calls, wherever it stands. */
  readonly boundBy?: string
}

/** What is taken, and how it is given back. */
export interface AcquireAt {
  readonly resource: 'connection' | 'transaction' | 'session' | 'lock' | 'file' | 'browser'
  /** Methods of what is taken that give it back, the usual one first. */
  readonly release: readonly string[]
  /** What is taken is the function that gives it back, or the last of a list is. */
  readonly itself?: true
  /** Giving it back takes time, and is awaited. */
  readonly slow?: true
  /** Methods of what it is taken of that take it back: `pool.releaseConnection(connection)`, `mutex.release()`, `source.destroy()`. */
  readonly returned?: readonly string[]
  /** Methods of what is taken that take over the duty to give it back: a stream closes its file. */
  readonly handsOn?: readonly string[]
  /** A function that the call is given gets it, and it is given back when that ends. */
  readonly managed?: true
  /** Words in the name of a receiver that make it one although its origin is unknown: `pool`. */
  readonly receivers?: readonly string[]
}

export interface BeginAt {
  /** Methods of the same thing that end the transaction. */
  readonly ends: readonly string[]
}

/** Which file is written, and where the rights to it stand. */
export interface FileAt {
  /** The position of the options that `mode` is one of. */
  readonly options?: number
  /** The position of the mode itself. */
  readonly mode?: number
  /** The position of the flags, which say whether anything is written. */
  readonly flags?: number
}

export interface StoreAt {
  /** The options, in the first argument, that name the folder. */
  readonly folders: readonly string[]
}

/** What a call waits for, and what does the same without waiting. */
export interface BlockAt {
  readonly work: 'file' | 'process' | 'computation' | 'query' | 'wait'
  /** The module that has the same under the same name without `Sync`, as a promise. */
  readonly promised?: string
  /** The promise takes the same arguments and has the same result, whatever they are. */
  readonly fixable?: true
  /** It waits only where an argument has a value: `open('GET', url, false)`. */
  readonly when?: { readonly argument: number; readonly value: boolean }
  /** The work is as much as an argument is long, in bytes: little of it is no matter. */
  readonly length?: number
}

/** What comes in from outside, and what its type says of it. */
export interface ExternalAt {
  readonly from: 'request' | 'response' | 'message' | 'form' | 'environment' | 'json'
  /** Its type is `any`: every annotation fits it. */
  readonly untyped?: true
  /** It is text whatever was sent: that much needs no check. */
  readonly text?: true
  /** Type arguments of what it is read of say what it is: `Request<Params, object, User>`. */
  readonly generic?: true
  /**
   * What a type argument of the call types without any check: the `value` it returns (`c.req.json<User>()`), or the
   * `data` within (`axios.get<User>(url)`).
   */
  readonly claims?: 'value' | 'data'
}

export type IdFormat = 'uuid' | 'ksuid'
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'
