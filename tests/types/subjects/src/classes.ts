import 'reflect-metadata'
import { EventEmitter } from 'node:events'
function Injectable(options?: { scope: string }): ClassDecorator {
  return () => void options
}
const Inject = (token?: unknown) => (target: object, key: string | symbol | undefined, index?: number) =>
  void [token, target, key, index]
export interface Store<T> {
  find(id: string): Promise<T | undefined>
  all(): Promise<T[]>
}
export class User {
  constructor(
    public readonly id: string,
    protected name?: string,
  ) {}
}
@Injectable({ scope: 'request' })
export abstract class Repository<T extends object> extends EventEmitter implements Store<T> {
  static count = 0
  static {
    Repository.count = 1
  }
  #secret = new Map<string, T>()
  declare readonly ambient: string
  protected abstract readonly table: string
  accessor automatic = 1
  @Inject() private injected!: Store<User>
  constructor(
    @Inject('pool') private readonly pool: { query<R>(text: string): Promise<{ rows: R[] }> },
    protected size = 10,
  ) {
    super()
  }
  get total(): number {
    return this.#secret.size
  }
  set total(value: number | string) {
    this.size = Number(value)
  }
  abstract key(entity: T): string
  async find(id: string): Promise<T | undefined> {
    const { rows } = await this.pool.query<T>('SELECT 1')
    const [row] = rows,
      store = this.injected,
      user = await store.find(id)
    return this.#secret.get(id) ?? row ?? (user as unknown as T)
  }
  async all() {
    return [...this.#secret.values()]
  }
  overloaded(x: string): string
  overloaded(x: number): number
  overloaded(x: any) {
    return x
  }
  chain(): this {
    return this
  }
  static create<C extends typeof Repository>(this: C) {
    return this.count
  }
  private static [Symbol.hasInstance](value: unknown) {
    return #secret in (value as Repository<User>)
  }
  'quoted name' = 1
  0 = 'zero';
  [key: string]: unknown
}
export class Users extends Repository<User> {
  protected readonly table = 'users'
  override key(user: User) {
    return super.find.name + user.id
  }
}
export default class extends Users {
  own = this.chain()
}
export const Anonymous = class Named<T> {
  field?: T
  static of<T>(x: T) {
    return new Named<T>()
  }
}
export class AppError extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
  override name = 'AppError'
}
export const created = new Users({ query: async () => ({ rows: [] }) }),
  made = new Anonymous<string>(),
  chainedUsers = created.chain().chain(),
  failure = new AppError('x')
export namespace Outer {
  export namespace Inner {
    export class Deep {
      x = 1
    }
    export const value = new Deep()
  }
  export import Alias = Inner.Deep
  export interface Shape {
    deep: Inner.Deep
  }
}
export const deep = Outer.Inner.value,
  aliased: Outer.Alias = new Outer.Alias(),
  shape: Outer.Shape = { deep }
namespace User {
  export const table = 'users'
}
export const merged = User.table
