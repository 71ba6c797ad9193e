import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Settings = {
  folder: string;
  ports: { api: number; postgres: number; temporal: number; temporalPages: number; simulators: number; smtp: number };
  baseUrl: string;
  sessionSecret: string;
};

const portOf = (name: string, fallback: number): number => {
  const given = process.env[name];
  if (!given) return fallback;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`${name}=${given} is not a port number.`);
  return port;
};

const keptSecret = (file: string): string => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
};

/** What the launcher reads from its environment, once. Everything lies in `DATA_DIR`, `.data` unless set. */
export const readSettings = (): Settings => {
  const folder = resolve(process.env.DATA_DIR ?? '.data');
  mkdirSync(folder, { recursive: true });
  const api = portOf('PORT', 8080);
  return {
    folder,
    ports: {
      api,
      postgres: portOf('POSTGRES_PORT', 54329),
      temporal: portOf('TEMPORAL_PORT', 7239),
      temporalPages: portOf('TEMPORAL_UI_PORT', 8239),
      simulators: portOf('SIMULATOR_PORT', 8090),
      smtp: portOf('SMTP_PORT', 8025),
    },
    baseUrl: process.env.BASE_URL ?? `http://localhost:${api}`,
    sessionSecret: process.env.SESSION_SECRET ?? keptSecret(join(folder, 'session-secret')),
  };
};

/** The environment of the office's programs: everything of `platform/config.ts` that is not its default. */
export const officeEnvironment = (
  { folder, ports, baseUrl, sessionSecret }: Settings,
  databaseUrl: string,
  temporalAddress: string,
): NodeJS.ProcessEnv => {
  const simulators = process.env.SIMULATOR_URL ?? `http://localhost:${ports.simulators}`;
  return {
    OIDC_RESIDENT_ISSUER: `${simulators}/oidc/login`,
    OIDC_STAFF_ISSUER: `${simulators}/oidc/staff`,
    EZD_URL: `${simulators}/ezd`,
    PAYMENTS_URL: `${simulators}/payments`,
    EDELIVERY_URL: `${simulators}/edelivery`,
    SMTP_URL: `smtp://localhost:${ports.smtp}`,
    FILES_DIR: join(folder, 'files'),
    DEMO_CITY: 'true',
    NODE_ENV: 'production',
    ...process.env,
    DATA_DIR: folder,
    SIMULATOR_PORT: String(ports.simulators),
    SMTP_PORT: String(ports.smtp),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    PORT: String(ports.api),
    BASE_URL: baseUrl,
    SESSION_SECRET: sessionSecret,
  };
};
