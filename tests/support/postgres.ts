import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
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
  const options = { stdio: 'ignore', cwd: folder, ...ownerOf(folder) } as const
  const cluster = ['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync']
  execFileSync(path.join(bin, 'initdb'), cluster, options)
  const settings = ['fsync=off', 'listen_addresses=', 'max_connections=10', `unix_socket_directories=${folder}`]
  const args = ['-D', data, ...settings.flatMap((one) => ['-c', one])]
  const server = spawn(path.join(bin, 'postgres'), args, options)
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
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; its package brings a user. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
  )
  chownSync(folder, uid, gid)
  return { uid, gid }
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

async function ended(server: ChildProcess) {
  const exit = new Promise((resolve) => server.once('exit', resolve))
  // A fast shutdown: whoever is still connected is cut off.
  server.kill('SIGINT')
  await exit
}
