import { Catch, HttpStatus, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { QueryFailedError } from 'typeorm'

interface Answer {
  status(code: number): { json(body: unknown): void }
}

const uniqueViolation = '23505'
const exclusionViolation = '23P01'

/** Turns what the database forbids into answers that a client can act on. */
@Catch(QueryFailedError)
export class DatabaseErrorFilter implements ExceptionFilter<QueryFailedError> {
  private readonly logger = new Logger(DatabaseErrorFilter.name)

  catch(error: QueryFailedError, host: ArgumentsHost): void {
    const answer = host.switchToHttp().getResponse<Answer>()
    switch (codeOf(error)) {
      case uniqueViolation:
        answer.status(HttpStatus.CONFLICT).json({ code: 'duplicate', message: 'This already exists.' })
        return
      case exclusionViolation:
        answer.status(HttpStatus.CONFLICT).json({ code: 'occupied', message: 'The room is taken at that time.' })
        return
      default:
        this.logger.error(error.message, error.stack)
        answer.status(HttpStatus.INTERNAL_SERVER_ERROR).json({ code: 'internal', message: 'Something went wrong.' })
    }
  }
}

function codeOf({ driverError }: QueryFailedError): string | undefined {
  return 'code' in driverError && typeof driverError.code === 'string' ? driverError.code : undefined
}
