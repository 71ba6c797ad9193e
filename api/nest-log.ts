import type { LoggerService } from '@nestjs/common';
import type { Log } from './parts.ts';

/** Nest's own lines in our log: its start-up chatter only when someone asks for `debug`. */
export const nestLog = (log: Log): LoggerService => {
  const nest = log.child({ from: 'nest' });
  const text = (message: unknown, rest: unknown[]) => [message, ...rest].map(String).join(' ');
  return {
    log: (message, ...rest: unknown[]) => nest.debug(text(message, rest)),
    debug: (message, ...rest: unknown[]) => nest.debug(text(message, rest)),
    verbose: (message, ...rest: unknown[]) => nest.trace(text(message, rest)),
    warn: (message, ...rest: unknown[]) => nest.warn(text(message, rest)),
    error: (message, ...rest: unknown[]) => nest.error(text(message, rest)),
    fatal: (message, ...rest: unknown[]) => nest.fatal(text(message, rest)),
  };
};
