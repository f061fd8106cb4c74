import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'

/** The folder of PostgreSQL's own commands; `undefined` where it is not installed. */
function commands(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => path.join(debian, version, 'bin')) : []
  return [...(process.env['PATH'] ?? '').split(path.delimiter), ...versions].find((folder) =>
    existsSync(path.join(folder, 'initdb')),
  )
}

export const hasPostgres = commands() !== undefined

export interface Postgres {
  /** Runs statements one by one in a new database, and asks it about itself. */
  database<Result>(act: (client: pg.Client) => Promise<Result>): Promise<Result>
  stop(): Promise<void>
}

const user = 'tester'

/** A PostgreSQL of its own in a folder that goes with it. It listens to a socket there, and to nothing else. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'backend-pg-'))
  const data = path.join(folder, 'data')
  const bin = commands() ?? ''
  const [command, ...before] = asServer(folder)
  const run = (name: string, args: readonly string[]) => [...before, path.join(bin, name), ...args]
  const [initdb = '', ...initdbArgs] = [...command, ...run('initdb', ['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale', 'C'])]
  execFileSync(initdb, initdbArgs, { stdio: 'ignore' })
  const settings = ['fsync=off', 'listen_addresses=', 'max_connections=10', `unix_socket_directories=${folder}`]
  const [postgres = '', ...args] = [...command, ...run('postgres', ['-D', data, ...settings.flatMap((one) => ['-c', one])])]
  const server = spawn(postgres, args, { stdio: 'ignore' })
  const connect = async (database: string) => {
    const client = new pg.Client({ host: folder, user, database })
    await client.connect()
    return client
  }
  await isUp(connect)
  let count = 0
  return {
    async database(act) {
      const name = `history_${(count += 1)}`
      const admin = await connect('postgres')
      await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
      await admin.end()
      const client = await connect(name)
      try {
        return await act(client)
      } finally {
        await client.end()
      }
    },
    async stop() {
      await ended(server, command.length > 0)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; a package of it brings a user. */
function asServer(folder: string): [command: readonly string[], ...rest: string[]] {
  if (process.getuid?.() !== 0) return [[]]
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  chownSync(folder, uid ?? 0, gid ?? 0)
  chmodSync(folder, 0o755)
  return [['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']]
}

async function isUp(connect: (database: string) => Promise<pg.Client>) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await (await connect('postgres')).end()
      return
    } catch (error) {
      if (attempt === 100) throw error
      await setTimeout(100)
    }
  }
}

async function ended(server: ChildProcess, _isOther: boolean) {
  const exit = new Promise((resolve) => server.once('exit', resolve))
  // A fast shutdown: whoever is still connected is cut off.
  server.kill('SIGINT')
  await exit
}
