import type { Json } from '../contract.ts';
import type { Aggregation, Table } from './decision.ts';
import type { Decided } from './evaluate-decision.ts';

/** What the matching rules together say, by the table's hit policy (DMN 1.3, 8.2.8). */
export const pick = (table: Table, matches: Json[][], evaluate: (feel: string) => Json): Decided => {
  const result = (row: Json[]): Json =>
    table.outputs.length === 1
      ? (row[0] ?? null)
      : Object.fromEntries(table.outputs.map(({ name }, column) => [name, row[column] ?? null]));
  const value = (found: Json): Decided => ({ ok: true, value: found });
  const [first] = matches;
  if (first === undefined) return value(noMatch(table, evaluate, result));

  switch (table.hitPolicy) {
    case 'UNIQUE':
      return matches.length === 1 ? value(result(first)) : tooMany('several-rules', matches.length);
    case 'ANY':
      return matches.every((row) => same(row, first)) ? value(result(first)) : tooMany('rules-differ', matches.length);
    case 'FIRST':
      return value(result(first));
    case 'PRIORITY':
      return value(result(byPriority(table, matches, evaluate)[0] ?? first));
    case 'OUTPUT ORDER':
      return value(byPriority(table, matches, evaluate).map(result));
    case 'RULE ORDER':
      return value(matches.map(result));
    case 'COLLECT':
      return table.aggregation === null
        ? value(matches.map(result))
        : aggregate(
            table.aggregation,
            matches.map((row) => row[0] ?? null),
          );
  }
};

const noMatch = (table: Table, evaluate: (feel: string) => Json, result: (row: Json[]) => Json): Json => {
  if (table.outputs.some(({ fallback }) => fallback !== null))
    return result(table.outputs.map(({ fallback }) => (fallback === null ? null : evaluate(fallback))));
  return table.aggregation === 'COUNT' ? 0 : null;
};

const tooMany = (code: string, count: number): Decided => ({ ok: false, code, detail: `${count} rules match` });

const same = (one: Json, other: Json) => JSON.stringify(one) === JSON.stringify(other);

/** Rows in the order of the outputs' allowed values, the first column first; rules of equal rank keep their order. */
const byPriority = (table: Table, rows: Json[][], evaluate: (feel: string) => Json): Json[][] => {
  const ranks = table.outputs.map(({ priorities }) =>
    priorities === null ? [] : (evaluate(`[${priorities}]`) as Json[]),
  );
  const rank = (row: Json[], column: number) => {
    const found = ranks[column]?.findIndex((allowed) => same(allowed, row[column] ?? null)) ?? -1;
    return found === -1 ? Number.MAX_SAFE_INTEGER : found;
  };
  return [...rows].sort(
    (a, b) => table.outputs.map((_, column) => rank(a, column) - rank(b, column)).find(Boolean) ?? 0,
  );
};

const aggregate = (aggregation: Aggregation, values: Json[]): Decided => {
  if (aggregation === 'COUNT') return { ok: true, value: values.length };
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length !== values.length) return { ok: false, code: 'no-numbers', detail: JSON.stringify(values) };
  const found = {
    SUM: () => numbers.reduce((a, b) => a + b, 0),
    MIN: () => Math.min(...numbers),
    MAX: () => Math.max(...numbers),
  };
  return { ok: true, value: found[aggregation]() };
};
