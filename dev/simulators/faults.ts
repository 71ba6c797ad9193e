import type { NextFunction, Request, Response } from 'express';

/** `before`: fails and did nothing; `after`: does the work, then fails; `delay`: is slow, then works. */
export type FaultMode = 'before' | 'after' | 'delay';
/** `writesOnly` spares reads and searches, so that each fault hits something that could be done twice. */
export type Faults = { failNext: number; mode: FaultMode; delayMs: number; writesOnly: boolean };

export const noFaults = (): Faults => ({ failNext: 0, mode: 'before', delayMs: 3000, writesOnly: false });

const modes: readonly string[] = ['before', 'after', 'delay'];

/** Sets the faults that a test or a demonstration asks for. */
export const setFaults = (faults: Faults) => (request: Request, response: Response) => {
  const { failNext = 1, mode = 'before', delayMs = 3000, writesOnly = false } = (request.body ?? {}) as Partial<Faults>;
  if (!Number.isInteger(failNext) || failNext < 0 || !modes.includes(mode)) {
    response.status(400).json({ kod: 'ZLE_DANE', komunikat: `failNext >= 0, mode: ${modes.join(' | ')}` });
    return;
  }
  Object.assign(faults, { failNext, mode, delayMs, writesOnly: writesOnly === true });
  response.json(faults);
};

const failure = { kod: 'BLAD_WEWNETRZNY', komunikat: 'Błąd wewnętrzny systemu (wywołany na żądanie)' };

const isRead = ({ method, path }: Request): boolean => method === 'GET' || path.endsWith('_search');

/** Lets the next calls fail in the way that was asked for. */
export const withFaults = (faults: Faults) => (request: Request, response: Response, next: NextFunction) => {
  if (faults.failNext === 0 || (faults.writesOnly && isRead(request))) return next();
  faults.failNext -= 1;
  if (faults.mode === 'before') {
    response.status(500).json(failure);
    return;
  }
  if (faults.mode === 'delay') {
    setTimeout(next, faults.delayMs);
    return;
  }
  const answer = response.json.bind(response);
  response.json = () => {
    response.status(500);
    return answer(failure);
  };
  next();
};
