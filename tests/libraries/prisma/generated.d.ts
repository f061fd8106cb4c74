/**
 * What `prisma generate` writes for a schema with one model, cut down to what the fixture uses;
 * a generated client is too large to keep here.
 */
declare module '.prisma/client/default' {
  import type * as runtime from '@prisma/client/runtime/client'

  export interface User {
    id: string
    email: string
  }

  interface FindArgs {
    select?: { [K in keyof User]?: boolean }
    omit?: { [K in keyof User]?: boolean }
    where?: Partial<User>
    take?: number
  }

  interface DataArgs extends FindArgs {
    data: Partial<User>
  }

  interface UserDelegate {
    findUnique(args: FindArgs): Promise<User | null>
    findUniqueOrThrow(args: FindArgs): Promise<User>
    findFirst(args?: FindArgs): Promise<User | null>
    findFirstOrThrow(args?: FindArgs): Promise<User>
    findMany(args?: FindArgs): Promise<User[]>
    create(args: DataArgs): Promise<User>
    createManyAndReturn(args: Omit<DataArgs, 'data'> & { data: Partial<User>[] }): Promise<User[]>
    update(args: DataArgs): Promise<User>
    updateManyAndReturn(args: DataArgs): Promise<User[]>
    upsert(args: Omit<DataArgs, 'data'> & { create: Partial<User>; update: Partial<User> }): Promise<User>
    count(args?: Pick<FindArgs, 'where'>): Promise<number>
    create(args: { data: Partial<User> }): Promise<User>
    createMany(args: { data: Partial<User>[] }): Promise<{ count: number }>
    createManyAndReturn(args: { data: Partial<User>[] }): Promise<User[]>
    update(args: { where: Partial<User>; data: Partial<User> }): Promise<User>
    updateMany(args: { data: Partial<User> }): Promise<{ count: number }>
    updateManyAndReturn(args: { data: Partial<User> }): Promise<User[]>
    upsert(args: { where: Partial<User>; create: Partial<User>; update: Partial<User> }): Promise<User>
    deleteMany(args?: Pick<FindArgs, 'where'>): Promise<{ count: number }>
    delete(args?: Pick<FindArgs, 'where'>): Promise<{ count: number }>
  }

  export namespace Prisma {
    export const sql: typeof runtime.sqltag
    export const raw: typeof runtime.raw
    export const join: typeof runtime.join
    export const empty: typeof runtime.empty
    export type Sql = runtime.Sql
    export type TransactionClient = Omit<PrismaClient, runtime.ITXClientDenyList>
  }

  export class PrismaClient {
    constructor(options: { adapter: runtime.SqlDriverAdapterFactory })
    $connect(): Promise<void>
    $disconnect(): Promise<void>
    $queryRaw<T = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T>
    $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number>
    $queryRawUnsafe<T = unknown>(query: string, ...values: unknown[]): Promise<T>
    $executeRawUnsafe(query: string, ...values: unknown[]): Promise<number>
    $transaction<P extends Promise<unknown>[]>(queries: [...P]): Promise<unknown[]>
    $transaction<R>(fn: (tx: Prisma.TransactionClient) => Promise<R>): Promise<R>
    $extends(extension: object): PrismaClient
    get user(): UserDelegate
  }
}
