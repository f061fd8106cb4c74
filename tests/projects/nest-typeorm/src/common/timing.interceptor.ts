import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import { randomUUID } from 'node:crypto' // finds: no-uuid
import { tap, type Observable } from 'rxjs'

@Injectable()
export class TimingInterceptor implements NestInterceptor {
  // finds next line: no-any
  intercept(context: ExecutionContext, next: CallHandler): Observable<any> {
    const request = context.switchToHttp().getRequest<{ id?: string; method: string; url: string }>()
    request.id ??= randomUUID()
    const startedAt = performance.now()
    return next.handle().pipe(
      tap(() => {
        const ms = Math.round(performance.now() - startedAt)
        console.log(`${request.method} ${request.url} ${ms} ms`, request.id) // finds: no-console
      }),
    )
  }
}
