import { once } from 'node:events';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import { eDeliveryRouter } from './e-delivery/router.ts';
import { ezdRouter } from './ezd/router.ts';
import { mailCatcher } from './mail/router.ts';
import { nationalLogin, staffDirectory } from './oidc/directory.ts';
import { oidcRouter } from './oidc/provider.ts';
import { paymentsRouter } from './payments/router.ts';
import type { SimulatorSettings } from './settings.ts';

const onError = (error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  if (status >= 500) console.error(error);
  response.status(status).json({ error: error.message });
};

/** Starts every outside system on loopback, all under one port by path; mail by SMTP on its own. */
export const startSimulators = async (settings: SimulatorSettings) => {
  const { url, officeUrl, host } = settings;
  const folder = join(settings.folder, 'simulators');
  const login = { folder, officeUrl };
  const payments = paymentsRouter(folder, settings.merchant);
  const mail = mailCatcher(folder);
  const app = express().disable('x-powered-by');
  app.get('/health', (_request, response) => void response.json({ status: 'ok' }));
  app.use(
    '/oidc/login',
    oidcRouter({
      ...login,
      issuer: `${url}/oidc/login`,
      name: 'login',
      client: settings.residents,
      directory: nationalLogin,
    }),
  );
  app.use(
    '/oidc/staff',
    oidcRouter({
      ...login,
      issuer: `${url}/oidc/staff`,
      name: 'staff',
      client: settings.staff,
      directory: staffDirectory,
    }),
  );
  app.use('/ezd', ezdRouter(folder, settings.ezd));
  app.use('/payments', payments.router);
  app.use('/edelivery', eDeliveryRouter(folder));
  app.use(mail.router);
  app.use(onError);

  const server = app.listen(settings.port, host);
  await once(server, 'listening');
  mail.smtp.listen(settings.smtpPort, host);
  await once(mail.smtp, 'listening');
  return {
    url,
    stop: async () => {
      payments.stop();
      mail.smtp.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
