import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compile } from './compile.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Plan } from './plan.ts';
import type { Scenario } from './scenario.ts';
import { differences } from './scenario.ts';

const catalog = new URL('../catalog/', import.meta.url).pathname;
const read = (...path: string[]) => readFileSync(join(catalog, ...path), 'utf8');
const filesOf = (folder: string, ending: string): string[] => {
  const names = readdirSync(join(catalog, folder), { withFileTypes: true });
  return names.flatMap(({ name }) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
};
const named = <T>(names: string[], value: (name: string) => T): { [name: string]: T } =>
  Object.fromEntries(names.map((name) => [name, value(name)]));

const services = readdirSync(catalog).filter((name) => filesOf(name, '.bpmn').includes('process'));

describe.each(services)('the service %s', (service) => {
  let plan: Plan;
  beforeAll(async () => {
    const schema = (...path: string[]) => JSON.parse(read(service, ...path)) as JsonSchema;
    const compiled = await compile({
      processXml: read(service, 'process.bpmn'),
      decisions: named(filesOf(join(service, 'decisions'), '.dmn'), (name) =>
        read(service, 'decisions', `${name}.dmn`),
      ),
      forms: named(filesOf(join(service, 'tasks'), '.schema.json'), (key) => schema('tasks', `${key}.schema.json`)),
      formSchema: schema('form.schema.json'),
    });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 1));
    plan = compiled.plan;
  });

  it('takes in only answers that its process names, and little of a workflow’s memory', () => {
    expect(plan.usedAnswers).not.toContain('taxpayer');
    expect(JSON.stringify(plan).length).toBeLessThan(40_000);
  });

  it.each(filesOf(join(service, 'tests'), '.json'))('goes as tests/%s.json says', (name) => {
    const scenario = JSON.parse(read(service, 'tests', `${name}.json`)) as Scenario;
    expect(differences(plan, scenario)).toEqual([]);
  });
});
