package org.parley.platform.revocations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.resource.ClientResources;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Keeps the revocations of a service, from Redis, auth-service and its own sources. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@EnableConfigurationProperties(RevocationSettings.class)
public class RevocationsAutoConfiguration {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	@Bean
	Revocations revocations(RevocationSettings settings, ApplicationEventPublisher events) {
		return new Revocations(settings.kept(), Ticker.systemTicker(), events);
	}

	@Bean
	RevocationFreshness revocationFreshness(RevocationSettings settings, InstantSource clock) {
		return new RevocationFreshness(settings.staleAfter(), clock);
	}

	/** A separate client without automatic recovery. */
	@Bean(destroyMethod = "shutdown")
	RedisClient revocationsClient(DataRedisConnectionDetails redis, ClientResources resources) {
		var client = RedisClient.create(resources, uri(redis));
		var options = ClientOptions.builder()
			.autoReconnect(false)
			.socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build());
		if (redis.getSslBundle() != null) {
			options.sslOptions(sslOptions(redis.getSslBundle()));
		}
		client.setOptions(options.build());
		return client;
	}

	@Bean
	RevocationSource redisRevocations(RedisClient revocationsClient, RevocationSettings settings,
			Revocations revocations) {
		return new RedisRevocationSource(revocationsClient, settings.name(), revocations);
	}

	@Bean
	RevocationListClient revocationListClient(RevocationSettings settings, Revocations revocations,
			RevocationFreshness freshness, InstantSource clock) {
		return new RevocationListClient(new RevocationList(settings.source(), revocations), freshness, clock, settings);
	}

	@Bean
	RevocationListeners revocationListeners(ObjectProvider<RevocationSource> sources, RevocationListClient list,
			RevocationFreshness freshness) {
		return new RevocationListeners(sources.stream().toList(), list, freshness);
	}

	@Bean
	RevocationMetrics revocationMetrics(Revocations revocations, RevocationFreshness freshness,
			RevocationListClient list, RevocationListeners listeners,
			@Value("${spring.application.name}") String service) {
		return new RevocationMetrics(revocations, freshness, list, listeners, service);
	}

	/** What Spring's clients of Redis do with a bundle. */
	private static SslOptions sslOptions(SslBundle bundle) {
		var managers = bundle.getManagers();
		return SslOptions.builder()
			.keyManager(managers.getKeyManagerFactory())
			.trustManager(managers.getTrustManagerFactory())
			.build();
	}

	private static RedisURI uri(DataRedisConnectionDetails redis) {
		var server = Objects.requireNonNull(redis.getStandalone(), "One Redis server");
		var uri = RedisURI.builder()
			.withHost(server.getHost())
			.withPort(server.getPort())
			.withDatabase(server.getDatabase())
			.withSsl(redis.getSslBundle() != null)
			.withTimeout(PATIENCE);
		if (redis.getPassword() != null) {
			var password = redis.getPassword().toCharArray();
			uri.withAuthentication(Objects.requireNonNullElse(redis.getUsername(), "default"), password);
		}
		return uri.build();
	}

}
