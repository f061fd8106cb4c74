import * as nest from '@nestjs/common'
import {
  All,
  Body,
  Catch,
  ConsoleLogger,
  Controller,
  Delete,
  Get,
  Head,
  Inject,
  Injectable,
  Logger,
  Options,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Search,
  Sse,
  type CanActivate,
  type ExceptionFilter,
  type LoggerService,
  type NestInterceptor,
  type NestMiddleware,
  type INestApplication,
} from '@nestjs/common'

Logger.verbose('line') // log.write
Logger.debug('line') // log.write
Logger.log('line', 'Bootstrap') // log.write
Logger.warn('line') // log.write
Logger.error('line', new Error('no').stack) // log.write
Logger.fatal('line') // log.write

const logger = new Logger('Bootstrap')
logger.verbose('line') // log.write
logger.debug('line') // log.write
logger.log('line', { orderId: 1 }) // log.write
logger.warn('line') // log.write
logger.error('line') // log.write
logger.fatal('line') // log.write
new ConsoleLogger().log('line') // log.setup, log.write
;(logger as LoggerService).debug?.('line') // log.write

@Injectable()
export class Users {
  private readonly logger = new Logger(Users.name)

  constructor(
    private readonly console: ConsoleLogger,
    @Inject(Logger) private readonly service: LoggerService,
  ) {}

  create() {
    this.logger.log('line') // log.write
    this.console.log('line') // log.write
    this.service.log('line') // log.write
    this.service.verbose?.('line') // log.write
  }
}

class Prefixed extends ConsoleLogger {
  prefixed() {
    this.log('line') // log.write
  }
}
new Prefixed().log('line') // log.setup, log.write

Logger.flush()
Logger.overrideLogger(['error'])
new ConsoleLogger().setContext('Bootstrap') // log.setup
Math.log(1)

@Controller('users')
export class UsersController {
  @Post(':id') // http.response, http.route
  create(
    @Body() body: unknown, // external.read
    @Query('sort') sort: string, // external.read
    @Param('id') id: string, // external.read
  ) {
    return [body, sort, id]
  }

  @Get() // http.response, http.route
  list() {
    return []
  }

  @Put() // http.response, http.route
  @Patch() // http.response, http.route
  @Delete() // http.response, http.route
  change() {
    return null
  }

  @All() // http.response, http.route
  @Options() // http.response, http.route
  @Head() // http.response, http.route
  @Search() // http.response, http.route
  any() {
    return null
  }
}

@Catch() // http.error-handler
export class Failed implements ExceptionFilter {
  catch(exception: unknown) {
    return exception
  }
}

@Controller('events')
export class EventsController {
  @Sse() // http.route
  watch() {
    return null
  }
}

type Context = Parameters<CanActivate['canActivate']>[0]
export function pass(
  filter: ExceptionFilter,
  guard: CanActivate,
  middleware: NestMiddleware,
  interceptor: NestInterceptor,
  context: Context,
) {
  filter.catch(new Error('no'), context) // http.error-handler
  guard.canActivate(context) // http.middleware
  middleware.use({}, {}, () => {}) // http.middleware
  interceptor.intercept(context, { handle: () => null as never }) // http.middleware
}

export function start(app: INestApplication) {
  app.enableCors({ origin: 'https://app.example.com' }) // http.cors
}
export const refusals = [
  new nest.HttpException('no', 400), // http.error
  new nest.BadGatewayException('no'), // http.error
  new nest.BadRequestException('no'), // http.error
  new nest.ConflictException('no'), // http.error
  new nest.ForbiddenException('no'), // http.error
  new nest.GatewayTimeoutException('no'), // http.error
  new nest.GoneException('no'), // http.error
  new nest.InternalServerErrorException('no'), // http.error
  new nest.MethodNotAllowedException('no'), // http.error
  new nest.NotAcceptableException('no'), // http.error
  new nest.NotFoundException('no'), // http.error
  new nest.NotImplementedException('no'), // http.error
  new nest.PayloadTooLargeException('no'), // http.error
  new nest.PreconditionFailedException('no'), // http.error
  new nest.RequestTimeoutException('no'), // http.error
  new nest.ServiceUnavailableException('no'), // http.error
  new nest.UnauthorizedException('no'), // http.error
  new nest.UnprocessableEntityException('no'), // http.error
  new nest.UnsupportedMediaTypeException('no'), // http.error
]
