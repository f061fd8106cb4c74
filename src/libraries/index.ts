export { kysely } from './kysely.ts'
export { pg } from './pg.ts'
export { pino } from './pino.ts'
export { uuid } from './uuid.ts'
