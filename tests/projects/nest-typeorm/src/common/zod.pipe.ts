import { BadRequestException, type PipeTransform } from '@nestjs/common'
import type { ZodType } from 'zod'

/** Checks a body or a query against a schema, and hands on what the schema makes of it. */
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: ZodType<T>) {}

  transform(value: unknown): T {
    const { success, data, error } = this.schema.safeParse(value)
    if (success) return data
    throw new BadRequestException({
      code: 'invalid',
      issues: error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    })
  }
}
