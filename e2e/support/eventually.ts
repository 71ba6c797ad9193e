import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer, for a minute at most; an error is no answer yet, and is told when none comes. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 60,
): Promise<T> => {
  let last: unknown;
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(200)) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`did not come about: ${what}`, { cause: last });
};
