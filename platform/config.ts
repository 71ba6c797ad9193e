import type { Variables } from './config-variables.ts';
import { variables } from './config-variables.ts';
import { fromRoot } from './project-root.ts';

const arrange = (v: Variables) => ({
  database: { url: v.DATABASE_URL, pool: v.DATABASE_POOL },
  temporal: { address: v.TEMPORAL_ADDRESS, namespace: v.TEMPORAL_NAMESPACE },
  redisUrl: v.REDIS_URL,
  port: v.PORT,
  /** Without a slash at the end. */
  baseUrl: v.BASE_URL.replace(/\/+$/, ''),
  session: { secret: v.SESSION_SECRET, hours: v.SESSION_HOURS },
  filesDir: fromRoot(v.FILES_DIR),
  catalogDir: fromRoot(v.CATALOG_DIR),
  webDir: fromRoot(v.WEB_DIR),
  workflowBundle: fromRoot(v.WORKFLOW_BUNDLE),
  oidc: {
    resident: {
      issuer: v.OIDC_RESIDENT_ISSUER,
      clientId: v.OIDC_RESIDENT_CLIENT_ID,
      clientSecret: v.OIDC_RESIDENT_CLIENT_SECRET,
    },
    staff: {
      issuer: v.OIDC_STAFF_ISSUER,
      clientId: v.OIDC_STAFF_CLIENT_ID,
      clientSecret: v.OIDC_STAFF_CLIENT_SECRET,
    },
  },
  ezd: { url: v.EZD_URL, webHost: v.EZD_WEB_HOST, pid: v.EZD_PID, aki: v.EZD_AKI, apiKey: v.EZD_API_KEY },
  payments: {
    url: v.PAYMENTS_URL,
    merchantId: v.PAYMENTS_MERCHANT_ID,
    posId: v.PAYMENTS_POS_ID,
    crc: v.PAYMENTS_CRC,
    apiKey: v.PAYMENTS_API_KEY,
  },
  eDelivery: { url: v.EDELIVERY_URL, address: v.EDELIVERY_ADDRESS, keyFile: v.EDELIVERY_KEY_FILE },
  mail: { url: v.SMTP_URL, from: v.MAIL_FROM },
  clamdUrl: v.CLAMD_URL,
  demoCity: v.DEMO_CITY,
  officeName: v.OFFICE_NAME,
  logLevel: v.LOG_LEVEL,
  metricsPort: v.METRICS_PORT,
});

type Arranged = ReturnType<typeof arrange>;
export type Config = { readonly [Key in keyof Arranged]: Readonly<Arranged[Key]> };

const isDemoSecret = (name: keyof Variables): boolean => variables.shape[name].meta()?.demoSecret === true;

/** Outside the demo city a secret that anyone can read in this repository is no secret. */
const forgottenSecrets = (values: Variables, given: Record<string, string>): string[] =>
  values.DEMO_CITY
    ? []
    : (Object.keys(variables.shape) as (keyof Variables)[])
        .filter((name) => isDemoSecret(name) && !(name in given))
        .map((name) => `${name} is needed outside the demo city (DEMO_CITY=true would take the simulator’s).`);

const deepFreeze = <T extends object>(value: T): T => {
  for (const inner of Object.values(value)) if (inner && typeof inner === 'object') deepFreeze(inner as object);
  return Object.freeze(value);
};

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the configuration once; an error names each variable at fault and says what is wrong, never its value. */
export const readConfig = (env: Record<string, string | undefined> = process.env): Config => {
  // Compose hands an unset variable over as an empty one.
  const given = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]));
  const parsed = variables.safeParse(given);
  const problems = parsed.success
    ? forgottenSecrets(parsed.data, given)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(`The configuration is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
  return deepFreeze(arrange(parsed.data));
};
