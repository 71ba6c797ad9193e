import { z } from 'zod';

const simulators = 'http://localhost:8090';

const text = z.string().min(1);
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const port = z.coerce.number({ error: 'must be a port number' }).int().min(1).max(65535);
const count = z.coerce.number({ error: 'must be a whole number' }).int().min(1);
const flag = z.stringbool({ error: 'must be true or false' });

/** A secret whose default is the simulator's: it works in the demo city, and nothing else may rest on it. */
const demoSecret = (value: string, describe: string) => text.default(value).meta({ describe, demoSecret: true });

/** Every environment variable that the programs read. `docs/configuration.md` is checked against this list. */
export const variables = z.object({
  DATABASE_URL: z
    .string({ error: 'is needed: an address such as postgres://user:password@host:5432/database' })
    .regex(/^postgres(ql)?:\/\//, 'must be an address such as postgres://user:password@host:5432/database')
    .meta({ describe: 'Address of Postgres' }),
  DATABASE_POOL: count.default(10).meta({ describe: 'Connections to Postgres of one process' }),
  TEMPORAL_ADDRESS: text.default('127.0.0.1:7233').meta({ describe: 'Host and port of the Temporal frontend' }),
  TEMPORAL_NAMESPACE: text.default('default').meta({ describe: 'Namespace of the workflows' }),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must be an address such as redis://host:6379')
    .optional()
    .meta({ describe: 'Redis for job queues; without it they live in Postgres' }),
  PORT: port.default(8080).meta({ describe: 'Port of the API and the pages' }),
  BASE_URL: httpUrl.default('http://localhost:8080').meta({ describe: 'Address that browsers see' }),
  SESSION_SECRET: z
    .string({ error: 'is needed: at least 32 random characters, for example from `openssl rand -hex 32`' })
    .min(32, 'must have at least 32 characters, for example from `openssl rand -hex 32`')
    .meta({ describe: 'Key of what the server signs for browsers' }),
  SESSION_HOURS: count.default(8).meta({ describe: 'Hours until a session ends' }),
  FILES_DIR: text.default('.data/files').meta({ describe: 'Folder of attachments and letters' }),
  CATALOG_DIR: text.default('catalog').meta({ describe: 'Folder of the services' }),
  WEB_DIR: text.default('dist/web').meta({ describe: 'Folder of the built pages' }),
  WORKFLOW_BUNDLE: text.default('dist/workflow-bundle.js').meta({ describe: 'Bundled workflows for the worker' }),
  OIDC_RESIDENT_ISSUER: httpUrl.default(`${simulators}/oidc/login`).meta({ describe: 'National login' }),
  OIDC_RESIDENT_CLIENT_ID: text.default('e-urzad').meta({ describe: 'Client at the national login' }),
  OIDC_RESIDENT_CLIENT_SECRET: demoSecret('demo-resident-secret', 'Its secret'),
  OIDC_STAFF_ISSUER: httpUrl.default(`${simulators}/oidc/staff`).meta({ describe: 'Staff directory' }),
  OIDC_STAFF_CLIENT_ID: text.default('e-urzad-staff').meta({ describe: 'Client at the staff directory' }),
  OIDC_STAFF_CLIENT_SECRET: demoSecret('demo-staff-secret', 'Its secret'),
  EZD_URL: httpUrl.default(`${simulators}/ezd`).meta({ describe: 'EZD RP integrator API' }),
  EZD_WEB_HOST: text.default('ezd.legnica.example').meta({ describe: 'EZD tenant host' }),
  EZD_PID: text.default('e-urzad').meta({ describe: 'EZD integrator account' }),
  EZD_AKI: demoSecret('demo-key', 'EZD integrator key id'),
  EZD_API_KEY: demoSecret('demo-ezd-api-key', 'EZD integrator key'),
  PAYMENTS_URL: httpUrl.default(`${simulators}/payments`).meta({ describe: 'Payment gateway' }),
  PAYMENTS_MERCHANT_ID: count.default(12345).meta({ describe: 'Merchant at the gateway' }),
  PAYMENTS_POS_ID: count.default(12345).meta({ describe: 'Point of sale at the gateway' }),
  PAYMENTS_CRC: demoSecret('0123456789abcdef', 'Key that signs notifications'),
  PAYMENTS_API_KEY: demoSecret('demo-payments-api-key', 'Key of the gateway’s API'),
  EDELIVERY_URL: httpUrl.default(`${simulators}/edelivery`).meta({ describe: 'e-Delivery operator' }),
  EDELIVERY_ADDRESS: text.default('AE:PL-98765-43210-SFVYC-19').meta({ describe: 'The office’s e-Delivery address' }),
  EDELIVERY_KEY_FILE: text.optional().meta({ describe: 'Private key (PEM) that signs requests to e-Delivery' }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be an address such as smtp://host:25')
    .default('smtp://localhost:8025')
    .meta({ describe: 'Mail server' }),
  MAIL_FROM: text.default('e-Urząd <urzad@legnica.example>').meta({ describe: 'Sender of notices' }),
  CLAMD_URL: z
    .string()
    .regex(/^tcp:\/\/[\w.-]+(:\d+)?$/, 'must be an address such as tcp://host:3310')
    .optional()
    .meta({ describe: 'Virus scanner, tcp://host:3310; without it files are not scanned' }),
  DEMO_CITY: flag.default(false).meta({ describe: 'Demo city: invented people, simulators’ secrets, movable clock' }),
  OFFICE_NAME: text.default('Urząd Miasta Legnicy').meta({ describe: 'Name of the office in pages and letters' }),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .meta({ describe: 'Least level that is logged' }),
  METRICS_PORT: port.optional().meta({ describe: 'Port of Prometheus metrics; without it none are served' }),
});

export type Variables = z.output<typeof variables>;
