import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ajvOptions } from './compile-validator.ts';

/** The public JSON-Schema-Test-Suite lies beside the project; where it does not, only this test is skipped. */
const root = new URL('../../shared/samples/json-schema-test-suite/', import.meta.url).pathname;
const tests = join(root, 'tests/draft2020-12');
const isThere = existsSync(tests);

type Group = { description: string; schema: unknown; tests: { data: unknown; valid: boolean }[] };

const remotes = (folder: string, base: string): [string, object][] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? remotes(join(folder, entry.name), `${base}${entry.name}/`)
      : [[base + entry.name, JSON.parse(readFileSync(join(folder, entry.name), 'utf8'))] as [string, object]],
  );

/** Those of the other drafts speak another language. */
let remembered: [string, object][] | undefined;
const remoteSchemas = () =>
  (remembered ??= remotes(join(root, 'remotes'), 'http://localhost:1234/').filter(
    ([id]) => !/draft7|draft-next/.test(id),
  ));

const passed = (group: Group): number => {
  const ajv = new Ajv2020({ ...ajvOptions, formats: {} });
  if (JSON.stringify(group.schema).includes('localhost')) {
    for (const [id, schema] of remoteSchemas()) ajv.addSchema(schema, id);
  }
  try {
    const validate = ajv.compile(group.schema as object);
    return group.tests.filter(({ data, valid }) => validate(data) === valid).length;
  } catch {
    return 0;
  }
};

describe('the JSON-Schema-Test-Suite, draft 2020-12, required part', () => {
  (isThere ? it : it.skip)(
    `passes at least 1205 of 1257${isThere ? '' : ' (skipped: the samples are not here)'}`,
    () => {
      const files = readdirSync(tests).filter((name) => name.endsWith('.json'));
      const groups = files.flatMap((name) => JSON.parse(readFileSync(join(tests, name), 'utf8')) as Group[]);
      const total = groups.reduce((sum, group) => sum + group.tests.length, 0);
      const right = groups.reduce((sum, group) => sum + passed(group), 0);
      expect(`${right >= 1205} of ${total} (${right})`).toBe(`true of ${total} (${right})`);
    },
  );
});
