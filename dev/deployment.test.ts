import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { variables } from '#platform/config-variables';

type Service = {
  image: string;
  restart?: string;
  profiles?: string[];
  healthcheck?: { test?: unknown; disable?: boolean };
  environment?: Record<string, string>;
  command?: string[];
};
const read = (path: string) => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  // The schema of the Compose Specification as published with compose-go 2.9.0 (Apache-2.0), unchanged.
  it('follows the published schema', () => {
    const { $schema: _, ...schema } = JSON.parse(read('dev/testing/compose-spec.json')) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const plain = Object.fromEntries(Object.entries(compose).filter(([key]) => !key.startsWith('x-')));
    validate(plain);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ services: { api: { image: 1 } } })).toBe(false);
  });

  it('has all that one machine needs, and the demo and the scanner only when asked', () => {
    const inProfile = (profile?: string) =>
      services
        .filter(([, service]) => service.profiles?.[0] === profile)
        .map(([name]) => name)
        .sort();
    expect(inProfile()).toEqual(['api', 'postgres', 'prepare', 'redis', 'temporal', 'temporal-ui', 'worker']);
    expect(inProfile('demo')).toEqual(['demo-city', 'mail', 'simulators']);
    expect(inProfile('scan')).toEqual(['clamd']);
  });

  it.each(services)('%s has a pinned image and a health check, unless it runs once', (_name, service) => {
    expect(service.image).toMatch(/^[\w./-]+:v?\d+\.\d+[\w.-]*$/);
    if (service.restart === 'no') expect(service.healthcheck).toEqual({ disable: true });
    else expect(service.healthcheck?.test).toBeDefined();
  });

  it.each(services.filter(([, { image }]) => image.startsWith('e-urzad')))(
    '%s gets only variables that exist',
    (_name, service) => {
      const ours = [...Object.keys(variables.shape), 'SIMULATOR_HOST', 'SIMULATOR_URL'];
      expect(Object.keys(service.environment ?? {}).filter((name) => !ours.includes(name))).toEqual([]);
    },
  );
});

describe('.env.example', () => {
  it('names only variables that exist', () => {
    const named = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(named.filter((name) => !(name in variables.shape) && name !== 'POSTGRES_PASSWORD')).toEqual([]);
  });

  it('points each outside system away from this laptop, for a real city and for the demo', () => {
    const [real, demo] = read('.env.example').split('The demo city');
    const outside = Object.entries(variables.shape)
      .filter(([, schema]) => String(schema.safeParse(undefined).data).startsWith('http://localhost:8090'))
      .map(([name]) => name);
    expect(outside.length).toBeGreaterThan(3);
    for (const name of outside) {
      expect(real).toContain(`#${name}=\n`);
      expect(demo).toMatch(new RegExp(`^#${name}=http://simulators\\.localhost:8090/`, 'm'));
    }
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const last = (word: string) => lines.filter((line) => line.startsWith(`${word} `)).at(-1);

  it('builds in stages from pinned images', () => {
    const images = lines.filter((line) => line.startsWith('FROM '));
    expect(images.length).toBeGreaterThan(1);
    for (const image of images) expect(image).toMatch(/^FROM node:\d+\.\d+\.\d+-[\w-]+( AS \w+)?$/);
  });

  it('takes along every file that the programs read beside their code', () => {
    const sources = readdirSync(resolve(import.meta.dirname, '../platform'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.ts$/.test(name))
      .map((name) => read(`platform/${name}`));
    const beside = sources.flatMap((text) => [...text.matchAll(/fromRoot\('([^']+)'\)/g)].map(([, path]) => path!));
    expect(beside).toContain('platform/pdf/workspace');
    for (const path of [...beside, 'catalog', 'dist', 'package.json', 'node_modules'])
      expect(lines.some((line) => line.startsWith(`COPY --from=build /office/${path} `))).toBe(true);
  });

  it('runs as nobody special and says how it is', () => {
    expect(last('USER')).toBe('USER node');
    expect(lines.indexOf(last('USER')!)).toBeGreaterThan(lines.indexOf(last('RUN')!));
    expect(last('HEALTHCHECK')).toContain('HEALTHCHECK');
    expect(last('CMD')).toContain('dist/api/main.js');
  });
});
