import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

export interface Position {
  readonly line: number
  readonly character: number
}

export interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position }
  readonly newText: string
}

export interface Diagnostic {
  readonly range: TextEdit['range']
  readonly severity: number
  readonly code: string
  readonly codeDescription?: { readonly href: string }
  readonly source: string
  readonly message: string
}

export interface CodeAction {
  readonly title: string
  readonly kind: string
  readonly edit?: WorkspaceEdit
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] }
}

export interface WorkspaceEdit {
  readonly documentChanges: readonly { readonly edits: readonly TextEdit[] }[]
}

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** A client of ESLint's language server as an editor has one, over the server's standard input and output. */
export class LanguageServer {
  /** The edits that the server has asked the editor to make; it makes none of them. */
  readonly wanted: WorkspaceEdit[] = []
  /** What the server has written to the log of the editor. */
  readonly log: string[] = []
  private readonly process: ChildProcessByStdio<Writable, Readable, null>
  private readonly exit: Promise<unknown>
  private readonly waiting = new Map<number, Waiting>()
  private readonly folder: { readonly uri: string; readonly name: string }
  private received: Buffer = Buffer.alloc(0)
  private lastId = 0

  constructor(folder: string) {
    const manifest = createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json')
    const server = path.join(path.dirname(manifest), 'bin/vscode-eslint-language-server')
    this.folder = { uri: pathToFileURL(folder).href, name: path.basename(folder) }
    this.process = spawn(process.execPath, [server, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
    this.exit = once(this.process, 'exit')
    this.process.stdout.on('data', (chunk: Buffer) => this.receive(chunk))
    this.process.on('exit', (status) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`The server ended with ${status}.`))
    })
  }

  async start(): Promise<void> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: this.folder.uri,
      workspaceFolders: [this.folder],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
        textDocument: {
          diagnostic: {},
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll.eslint'] } },
          },
        },
      },
    })
    this.notify('initialized', {})
  }

  /** Ends the server, by force when it does not go by itself. */
  async stop(): Promise<{ status: number | null }> {
    const force = setTimeout(() => this.process.kill('SIGKILL'), 5000)
    if (this.process.exitCode === null) {
      await this.request('shutdown', null)
      this.notify('exit', null)
      await this.exit
    }
    clearTimeout(force)
    return { status: this.process.exitCode }
  }

  open(file: string, languageId: string, text: string): OpenDocument {
    const document = new OpenDocument(this, pathToFileURL(file).href, text)
    this.notify('textDocument/didOpen', { textDocument: { uri: document.uri, languageId, version: 1, text } })
    return document
  }

  request(method: string, params: unknown): Promise<unknown> {
    if (this.process.exitCode !== null) throw new Error(`The server has ended with ${this.process.exitCode}.`)
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.send({ id, method, params })
    })
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params })
  }

  private send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    this.process.stdin.write(body)
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk])
    for (;;) {
      const head = this.received.indexOf('\r\n\r\n')
      const length = /Content-Length: (\d+)/i.exec(this.received.toString('latin1', 0, Math.max(head, 0)))?.[1]
      const end = head + 4 + Number(length)
      if (length === undefined || this.received.length < end) return
      const body = this.received.toString('utf8', head + 4, end)
      this.received = this.received.subarray(end)
      this.take(JSON.parse(body))
    }
  }

  private take({ id, method, params, result, error }: Message): void {
    if (method === undefined) {
      const waiting = this.waiting.get(Number(id))
      this.waiting.delete(Number(id))
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result)
    } else if (id !== undefined) {
      this.send({ id, result: this.answer(method, params) })
    } else if (method === 'window/logMessage') {
      this.log.push((params as { readonly message: string }).message)
    }
  }

  private answer(method: string, params: unknown): unknown {
    switch (method) {
      case 'workspace/configuration':
        return (params as { readonly items: readonly unknown[] }).items.map(() => this.settings())
      case 'workspace/applyEdit':
        this.wanted.push((params as { readonly edit: WorkspaceEdit }).edit)
        return { applied: true }
      default:
        return null
    }
  }

  /** What VS Code sends for a project in which nobody has set anything. */
  private settings(): object {
    return {
      validate: 'on',
      // With 'pnpm' the server looks for its global folder, which ends it where there is none.
      packageManager: 'npm',
      codeAction: {
        disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
        showDocumentation: { enable: true },
      },
      codeActionOnSave: { mode: 'all' },
      format: false,
      quiet: false,
      onIgnoredFiles: 'off',
      options: {},
      rulesCustomizations: [],
      run: 'onType',
      problems: { shortenToSingleLine: false },
      nodePath: null,
      useESLintClass: true,
      // The setting of the days when flat configuration was an experiment; true finds nothing in ESLint 10.
      experimental: {},
      workspaceFolder: this.folder,
      workingDirectory: { mode: 'location' },
    }
  }
}

/** A file in the editor: its text is what was typed, whatever the disk says. */
export class OpenDocument {
  readonly uri: string
  private readonly server: LanguageServer
  private version = 1
  text: string

  constructor(server: LanguageServer, uri: string, text: string) {
    this.server = server
    this.uri = uri
    this.text = text
  }

  async diagnostics(): Promise<readonly Diagnostic[]> {
    const report = await this.server.request('textDocument/diagnostic', { textDocument: { uri: this.uri } })
    return (report as { readonly items: readonly Diagnostic[] }).items
  }

  /** What the editor could do about a finding, or about the whole text. */
  async actions(kind: string, finding?: Diagnostic): Promise<readonly CodeAction[]> {
    const range = finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
    const actions = await this.server.request('textDocument/codeAction', {
      textDocument: { uri: this.uri, version: this.version },
      range,
      context: { diagnostics: finding ? [finding] : [], only: [kind] },
    })
    return actions as readonly CodeAction[]
  }

  /** The text as an edit would leave it. */
  edited({ documentChanges }: WorkspaceEdit): string {
    const starts = [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)]
    const offset = ({ line, character }: Position) => (starts[line] ?? this.text.length) + character
    // From the last to the first, so that none moves the place of another.
    return documentChanges
      .flatMap(({ edits }) => edits)
      .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce((text, { range: { start, end }, newText }) => {
        return text.slice(0, offset(start)) + newText + text.slice(offset(end))
      }, this.text)
  }

  apply(edit: WorkspaceEdit): void {
    this.text = this.edited(edit)
    const textDocument = { uri: this.uri, version: ++this.version }
    this.server.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: this.text }] })
  }
}
