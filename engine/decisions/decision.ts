/** A decision as the plan keeps it: FEEL texts and plain values only. */
export type Decision = {
  id: string;
  /** Under this name a decision that requires it sees its result; its id works as well (as in Camunda 8). */
  name: string;
  requires: string[];
  logic: Table | { kind: 'literal'; expression: string };
};

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'COUNT' | 'SUM' | 'MIN' | 'MAX';

export type Table = {
  kind: 'table';
  hitPolicy: HitPolicy;
  aggregation: Aggregation | null;
  inputs: { expression: string }[];
  /** `priorities` is the FEEL list of the allowed outputs, best first; `fallback` the FEEL of the default output. */
  outputs: { name: string; priorities: string | null; fallback: string | null }[];
  rules: { id: string; inputs: string[]; outputs: string[] }[];
};
