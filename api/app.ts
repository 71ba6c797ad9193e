import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { AppModule } from './app.module.ts';
import { nestLog } from './nest-log.ts';
import type { Parts } from './parts.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { webPages } from './web-pages.ts';

/** Nest on Express with everything around the handlers; the caller listens or hands it to supertest. */
export const createApp = async (parts: Parts): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), {
    logger: nestLog(parts.log),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // One reverse proxy (compose, Helm) stands before the API and tells the scheme and the address of the browser.
  app.set('trust proxy', 'loopback, uniquelocal');
  app.use(requestLog(parts.log, parts.metrics), securityHeaders(parts.config), cookieParser());
  app.use(webPages(parts.config.webDir));
  // The largest honest body is a form with its answers; files come as multipart to their own door.
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '64kb', extended: false });
  app.setGlobalPrefix('api');
  return app.init();
};
