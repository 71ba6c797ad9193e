import type { Json, Variables } from './contract.ts';
import type { Plan } from './plan.ts';
import type { ScriptStep, Simulated } from './simulate.ts';
import { simulate } from './simulate.ts';

/** A file of `catalog/<service>/tests/`: what goes in, what people and blocks answer, and what must come out. */
export type Scenario = {
  title: string;
  /** Office time at the start. */
  now?: string;
  input: Variables;
  script: ScriptStep[];
  /** Each part is compared when given; objects may have more than is expected of them. */
  expected: {
    path?: string[];
    tasks?: Json[];
    blocks?: Json[];
    decisions?: Variables;
    active?: string[];
    incidents?: Json[];
    end?: string | null;
    variables?: Variables;
  };
};

/** What came out otherwise than expected: empty when the scenario holds. */
export const differences = (plan: Plan, { input, script, now, expected }: Scenario): string[] => {
  const found: Simulated = simulate(plan, { input, script, ...(now === undefined ? {} : { now }) });
  return Object.entries(expected).flatMap(([part, wanted]) =>
    differ(part, wanted as Json, found[part as keyof Simulated] as Json),
  );
};

/** Lists must be as long as expected; of objects only what is expected counts. */
const differ = (at: string, wanted: Json, found: Json | undefined): string[] => {
  const both = `${at}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`;
  if (wanted === null || typeof wanted !== 'object') return found === wanted ? [] : [both];
  if (found === null || typeof found !== 'object') return [both];
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return [both];
    return wanted.flatMap((item, index) => differ(`${at}[${index}]`, item, found[index]));
  }
  return Object.entries(wanted).flatMap(([key, value]) => differ(`${at}.${key}`, value, (found as Variables)[key]));
};
