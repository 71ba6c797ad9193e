import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { variables } from './config-variables.ts';
import { readConfig } from './config.ts';
import { fromRoot } from './project-root.ts';

const enough = { DATABASE_URL: 'postgres://a@localhost/b', SESSION_SECRET: 'x'.repeat(32), DEMO_CITY: 'true' };

describe('readConfig', () => {
  it('needs a database and a session secret and has a default for all else', () => {
    const config = readConfig(enough);
    expect(config.port).toBe(8080);
    expect(config.payments.url).toBe('http://localhost:8090/payments');
    expect(config.filesDir).toBe(fromRoot('.data/files'));
  });

  it('names each variable at fault, and keeps its value to itself', () => {
    const read = () => readConfig({ ...enough, PORT: 'eighty', SESSION_SECRET: 'short-secret', DATABASE_URL: '' });
    expect(read).toThrow(/PORT must be a port number/);
    expect(read).toThrow(/SESSION_SECRET must have at least 32 characters/);
    expect(read).toThrow(/DATABASE_URL is needed/);
    expect(read).not.toThrow(/short-secret/);
  });

  it('takes the simulators’ secrets in the demo city only', () => {
    expect(() => readConfig({ ...enough, DEMO_CITY: 'false' })).toThrow(/PAYMENTS_CRC is needed outside the demo city/);
  });

  it('is frozen to the bottom', () => {
    const config = readConfig(enough);
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
    expect(() => Object.assign(config.oidc.staff, { issuer: 'x' })).toThrow(TypeError);
  });
});

describe('docs/configuration.md', () => {
  const table = readFileSync(fromRoot('docs/configuration.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('has one row for each variable, with its default and meaning', () => {
    const rows = Object.entries(variables.shape).map(([name, schema]) => {
      const value = schema.safeParse(undefined);
      const fallback = !value.success ? 'needed' : value.data === undefined ? '–' : `\`${String(value.data)}\``;
      return ['', `\`${name}\``, fallback, String(schema.meta()?.describe), ''];
    });
    expect(table).toEqual(rows);
  });
});
