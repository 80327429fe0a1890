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
RUN cp "$(PARLEY_CACHE=/var/cache/parley dev/local-stack/stack.sh tool libvips)" /libvips-cpp.so

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

# Everything but the web client in one process: docker build --target together .
FROM build AS parts
RUN java -cp "$(echo platform/host/target/host-*.jar)" org.parley.host.ServiceLayout /parts \
      dev/object-storage/target/object-storage-*.jar gateway/target/gateway-*.jar *-service/target/*-service-*.jar && \
    cp platform/host/target/host-*.jar /parts/host.jar && \
    cd /parts && printf -- '-cp\nhost.jar:%s\n' "$(ls lib/*.jar | paste -sd:)" >class-path.options

FROM eclipse-temurin:25-jre AS together
RUN useradd --system --uid 10001 --no-create-home parley && install -d -o parley /data /data/objects /data/search && \
    apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /libvips-cpp.so /app/
COPY --from=parts /parts/ /app/
COPY deploy/jvm.options deploy/together/together.options deploy/together/host.yml /app/
COPY config-repo /config
# Where each service is; another address moves it out.
ENV PARLEY_CONFIG_DIR=/config \
    PARLEY_LIBVIPS=/app/libvips-cpp.so \
    PARLEY_FFMPEG=/usr/bin/ffmpeg \
    PARLEY_SEARCH_DIRECTORY=/data/search \
    PARLEY_S3_DIR=/data/objects \
    SPRING_PROFILES_ACTIVE=production \
    SPRING_CLOUD_CONFIG_ENABLED=false \
    PARLEY_GATEWAY_URI=http://127.0.0.1:8080 \
    PARLEY_AUTH_URI=http://127.0.0.1:8081 \
    PARLEY_FORUM_URI=http://127.0.0.1:8082 \
    PARLEY_MODERATION_URI=http://127.0.0.1:8083 \
    PARLEY_SUMMARY_URI=http://127.0.0.1:8084 \
    PARLEY_NOTIFICATION_URI=http://127.0.0.1:8085 \
    PARLEY_REALTIME_URI=http://127.0.0.1:8086 \
    PARLEY_WEBHOOK_URI=http://127.0.0.1:8087 \
    PARLEY_CHAT_URI=http://127.0.0.1:8088 \
    PARLEY_MEDIA_URI=http://127.0.0.1:8091 \
    PARLEY_SOCIAL_URI=http://127.0.0.1:8089 \
    PARLEY_REALTIME_SOCKET_PORT=8096 \
    PARLEY_REALTIME_SOCKET_URI=http://127.0.0.1:8096 \
    PARLEY_WEB_URI=http://web:8080 \
    PARLEY_S3_URI=http://127.0.0.1:9090 \
    PARLEY_MONGODB_HOSTS=mongodb:27017 \
    PARLEY_MONGODB_OPTIONS=replicaSet=rs0 \
    PARLEY_AMQP_SCHEME=amqp \
    PARLEY_AMQP_HOSTS=rabbitmq:5672 \
    PARLEY_REDIS_SCHEME=redis \
    PARLEY_REDIS_HOSTS=redis:6379
# As each service below.
RUN --mount=type=bind,from=build,source=/src/deploy,target=/deploy \
    java -jar /deploy/image-training/target/image-training-*.jar /app /deploy/make-env.sh
USER 10001
EXPOSE 8080 9090
# Healthy when all services run.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15m --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8070 && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "@/app/jvm.options", "@/app/together.options", "@/app/class-path.options", "org.parley.host.HostApplication", "/app/host.yml"]

# Everything above is shared by all services; only this differs.
FROM build AS layers
ARG SERVICE
RUN java -Djarmode=tools -jar "$(find . -maxdepth 4 -path "*/${SERVICE}/target/${SERVICE}-*.jar")" \
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
# The image has neither curl nor wget, but bash can open a connection. A new index of a large forum delays the start.
HEALTHCHECK --interval=10s --timeout=3s --start-period=15m --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "@/app/jvm.options", "-jar", "/app/app.jar"]
