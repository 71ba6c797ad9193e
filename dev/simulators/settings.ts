import type { EzdCredentials } from './ezd/credentials.ts';
import type { OidcClient } from './oidc/provider.ts';
import type { Merchant } from './payments/notifier.ts';

export type SimulatorSettings = {
  port: number;
  smtpPort: number;
  /** The simulators' address as browsers and the office see it. */
  url: string;
  officeUrl: string;
  folder: string;
  /** Where to listen: loopback, unless a container says otherwise. */
  host: string;
  residents: OidcClient;
  staff: OidcClient;
  ezd: EzdCredentials;
  merchant: Merchant;
};

/** Credentials that simulators and office share on one laptop. They protect nothing and open nothing elsewhere. */
export const demoSettings = (env: NodeJS.ProcessEnv, folder: string): SimulatorSettings => {
  const port = Number(env.SIMULATOR_PORT ?? 8090);
  return {
    port,
    smtpPort: Number(env.SMTP_PORT ?? 8025),
    url: env.SIMULATOR_URL ?? `http://localhost:${port}`,
    officeUrl: env.BASE_URL ?? `http://localhost:${env.PORT ?? 8080}`,
    folder,
    host: env.SIMULATOR_HOST ?? '127.0.0.1',
    residents: {
      id: env.OIDC_RESIDENT_CLIENT_ID ?? 'e-urzad',
      secret: env.OIDC_RESIDENT_CLIENT_SECRET ?? 'demo-resident-secret',
    },
    staff: {
      id: env.OIDC_STAFF_CLIENT_ID ?? 'e-urzad-staff',
      secret: env.OIDC_STAFF_CLIENT_SECRET ?? 'demo-staff-secret',
    },
    ezd: {
      webHost: env.EZD_WEB_HOST ?? 'ezd.legnica.example',
      pid: env.EZD_PID ?? 'e-urzad',
      aki: env.EZD_AKI ?? 'demo-key',
      apiKey: env.EZD_API_KEY ?? 'demo-ezd-api-key',
    },
    merchant: {
      merchantId: Number(env.PAYMENTS_MERCHANT_ID ?? 12345),
      posId: Number(env.PAYMENTS_POS_ID ?? 12345),
      crc: env.PAYMENTS_CRC ?? '0123456789abcdef',
      apiKey: env.PAYMENTS_API_KEY ?? 'demo-payments-api-key',
    },
  };
};
