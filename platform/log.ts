import { types } from 'node:util';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

/** Never in a log, however deep: identity, answers and whatever opens a session. */
const secret =
  /pesel|nip$|birth|answers|password|secret|token|cookie|authorization|api_?key|crc|csrf|email|phone|street|postcode/i;
const peselLike = /(?<!\d)\d{11}(?!\d)/g;

const cleanText = (text: string): string => text.replace(peselLike, '[11 digits]');

const clean = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || types.isDate(value) || types.isNativeError(value) || depth > 6)
    return value;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, secret.test(key) ? '[kept back]' : clean(inner, depth + 1)]),
  );
};

/** The program's log: JSON lines. Keys that hold personal data or secrets are kept back, and so is anything that looks like a PESEL. */
export const openLog = ({ logLevel }: { logLevel: string }, stream?: DestinationStream): Log =>
  pino(
    {
      level: logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (entry) => clean(entry) as Record<string, unknown> },
      serializers: { err: (error: Error) => clean(pino.stdSerializers.err(error)) },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map((arg) => (typeof arg === 'string' ? cleanText(arg) : arg)) as typeof args);
        },
      },
    },
    stream ?? pino.destination(1),
  );
