import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '#platform/config';

const originOf = (url: string): string => new URL(url).origin;

/** Everything is our own origin, no code from strings; a form may lead to the logins and to the payment gateway alone. */
export const securityHeaders = ({ baseUrl, oidc, payments }: Config): RequestHandler => {
  const isHttps = baseUrl.startsWith('https:');
  const leadsTo = [oidc.resident.issuer, oidc.staff.issuer, payments.url].map(originOf);
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // bpmn-js and the components place things by style attributes; they can carry no code.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'", ...new Set(leadsTo)],
        ...(isHttps ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
};
