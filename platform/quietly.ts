/** Passes the first of a run of errors on, then one in `everyMs` with the number of those kept back: an outage must not flood the log. */
export const quietly = (
  tell: (error: Error, what: { silenced: number }) => void,
  everyMs = 10_000,
  now: () => number = Date.now,
) => {
  let last = Number.NEGATIVE_INFINITY;
  let silenced = 0;
  return (error: Error): void => {
    if (now() - last < everyMs) {
      silenced += 1;
      return;
    }
    last = now();
    tell(error, { silenced });
    silenced = 0;
  };
};
