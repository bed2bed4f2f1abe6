# One image for server and worker. glibc, because Temporal's native part does not run on Alpine.
FROM node:24-bookworm-slim AS base
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY client/package.json ./client/
COPY bridge/package.json bridge/bin.mjs ./bridge/

FROM base AS build
RUN npm ci
COPY . .
RUN npm run build

FROM base AS production-dependencies
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=production-dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
USER node
EXPOSE 8000
# The worker: docker run IMAGE dist/src/worker.js
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/src/server.js"]
