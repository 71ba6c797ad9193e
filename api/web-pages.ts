import { join } from 'node:path';
import type { RequestHandler } from 'express';
import express, { Router } from 'express';

/** The built pages: assets with a hash in their name for ever, the page itself always asked for anew, and for every address of the application. */
export const webPages = (webDir: string): RequestHandler => {
  const router = Router();
  const isPage: RequestHandler = (request, _response, next) =>
    next(/^\/api(\/|$)/.test(request.path) ? 'router' : undefined);
  router.use(isPage);
  router.use(
    '/assets',
    express.static(join(webDir, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: true }),
  );
  // A hashed file that is gone is an error, not the page: a browser must not keep HTML under a script's name.
  router.use('/assets', (_request, response) => void response.status(404).type('text').send('Not found'));
  router.use(express.static(webDir, { index: false, cacheControl: true, maxAge: 0 }));
  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: webDir, cacheControl: false }, (error) => {
      if (error && !response.headersSent)
        response.status(404).type('text').send('The pages are not built: npm run build');
    });
  });
  return router;
};
