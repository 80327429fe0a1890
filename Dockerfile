# syntax=docker/dockerfile:1
# One image for every service: docker build --build-arg SERVICE=forum-service .
# The web client is a program of Node: docker build --target web .

FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
# Builds the web client.
COPY --from=node:22-slim /usr/local/bin/node /usr/local/bin/
COPY --from=node:22-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests -Psbom package
# Decodes pictures in media-service; pinned and checked there.
RUN cp "$(PARLEY_CACHE=/var/cache/parley local-stack/stack.sh tool libvips)" /libvips-cpp.so

FROM node:22-slim AS web
WORKDIR /app
COPY --from=build /src/web/build /app/build
COPY web/start.js web/package.json /app/
ENV PORT=8080 \
    NODE_ENV=production \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "start.js"]

# Everything above is shared by all services; only this differs.
FROM build AS layers
ARG SERVICE
RUN java -Djarmode=tools -jar "${SERVICE}/target/${SERVICE}-"*.jar \
      extract --layers --application-filename app.jar --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home parley && install -d -o parley /data
# Transcodes videos; the distribution's, because it gets security updates.
ARG SERVICE
RUN if [ "$SERVICE" = media-service ]; then \
      apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*; fi
WORKDIR /app
COPY --from=build /libvips-cpp.so /app/
COPY --from=layers /layers/dependencies/ /app/
COPY --from=layers /layers/snapshot-dependencies/ /app/
COPY --from=layers /layers/application/ /app/
COPY deploy/jvm.options /app/
COPY config-repo /config
ENV PORT=8080 \
    PARLEY_CONFIG_DIR=/config \
    PARLEY_LIBVIPS=/app/libvips-cpp.so \
    PARLEY_FFMPEG=/usr/bin/ffmpeg \
    SPRING_PROFILES_ACTIVE=production
# In its final place, because Java refuses a cache of other files.
RUN --mount=type=bind,from=build,source=/src/deploy,target=/deploy \
    java -jar /deploy/image-training/target/image-training-*.jar /app /deploy/make-env.sh
USER 10001
EXPOSE 8080
# The image has neither curl nor wget, but bash can open a connection.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "@/app/jvm.options", "-jar", "/app/app.jar"]
