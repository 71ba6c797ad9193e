import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The web build: `vite build` writes `dist/web`, which the API serves; `vite` alone serves it with `/api` sent on to :8080. */
export default defineConfig({
  root: `${root}web`,
  publicDir: `${root}web/public`,
  plugins: [react()],
  // The pure rooms come from their sources also in a production build, where the package's own imports point to `dist`.
  resolve: {
    alias: [
      { find: /^#(domain|forms|engine)\/(.*)$/, replacement: `${root}$1/$2.ts` },
      // @rjsf/core imports it for its own tests, and does not depend on it.
      { find: '@rjsf/validator-ajv8', replacement: `${root}web/testing/no-validator.js` },
    ],
  },
  build: { outDir: `${root}dist/web`, emptyOutDir: true, sourcemap: true, assetsInlineLimit: 0 },
  server: { port: 5173, proxy: { '/api': { target: process.env['API_URL'] ?? 'http://localhost:8080' } } },
});
