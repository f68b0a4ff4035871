# GovGraph's server as an image. The image holds what the npm package holds, and the libraries that it needs to run;
# Neo4j is another container (docker-compose.yml) or any Neo4j at NEO4J_URI.

FROM node:26-trixie-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Scripts are off: the package's own `prepare` needs the sources, and no library needs one.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json README.md LICENSE CHANGELOG.md ./
COPY src src
COPY web web
COPY cypher cypher
COPY data data
COPY schema schema
COPY docs docs
RUN npm run build:server && npm run build:web \
  && npm pack --ignore-scripts --pack-destination /tmp \
  && mkdir /package \
  && tar -xzf /tmp/govgraph-*.tgz --strip-components=1 -C /package \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26-trixie-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000
WORKDIR /app
COPY --from=build /package ./
COPY --from=build /build/node_modules node_modules
# The image's own user, without rights to change what lies in /app.
USER node
EXPOSE 4000
# Whether the process answers, without asking Neo4j: a database that is away is no reason to restart the server.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "/app/dist/main.js"]
CMD ["serve"]
