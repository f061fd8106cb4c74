/** A generated client as it stands in a project: a module of its own. */
export { Prisma, PrismaClient } from '@prisma/client'
