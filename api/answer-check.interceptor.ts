import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { ROUTE } from './contract.ts';
import type { Route } from './contracts/route.ts';
import { type Log, LOG } from './parts.ts';

/**
 * Lets out of each answer what its contract names and nothing more. One that breaks its contract is logged and sent as it is:
 * a reader is better served so; tests fail on that line.
 */
@Injectable()
export class AnswerCheck implements NestInterceptor {
  constructor(@Inject(LOG) private readonly log: Log) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    if (!route || route.produces) return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        const checked = route.response.safeParse(answer);
        if (checked.success) return checked.data;
        const faults = checked.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
        this.log.error({ route: `${route.method} ${route.path}`, faults }, contractBroken);
        return answer;
      }),
    );
  }
}

export const contractBroken = 'an answer breaks its contract';
