type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

const plainOf = (value: unknown): Plain => {
  if (value instanceof Uint8Array) return { bytes64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return (value ?? null) as Plain;
  const set = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(set.map(([key, inner]) => [key, plainOf(inner)]));
};

const revive = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'bytes64' in value
    ? Buffer.from(String(value.bytes64), 'base64')
    : value;

/** A workflow's history as JSON, an event a line: whole numbers of 64 bits as their halves, bytes as base64. */
export const historyToText = ({ events }: { events?: unknown[] | null }): string =>
  `{"events":[\n${(events ?? []).map((event) => JSON.stringify(plainOf(event))).join(',\n')}\n]}\n`;

/** The same history again, as the worker replays it. */
export const historyFromText = (text: string): { events: unknown[] } =>
  JSON.parse(text, revive) as { events: unknown[] };
