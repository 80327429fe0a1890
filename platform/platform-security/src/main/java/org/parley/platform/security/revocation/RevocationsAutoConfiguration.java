package org.parley.platform.security.revocation;

import java.time.Duration;
import java.time.InstantSource;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.parley.platform.runtime.redis.LettuceConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Keeps the revocations of a service that says where their list is, from Redis,
 * auth-service and its own sources.
 */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnClass(RedisClient.class)
@ConditionalOnProperty("parley.revocations.source")
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
	RedisClient revocationsClient(LettuceConnectionFactory connections, ClientResources resources) {
		var details = LettuceConnectionDetails.of(connections);
		details.uri().setTimeout(PATIENCE);
		var client = RedisClient.create(resources, details.uri());
		client.setOptions(ClientOptions.builder()
			.autoReconnect(false)
			.socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
			.sslOptions(details.sslOptions())
			.build());
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

	/**
	 * How much a service knows of revocations, as {@code parley.<service>.revocations.*}.
	 *
	 * @param service the service's name
	 */
	record RevocationMetrics(Revocations revocations, RevocationFreshness freshness, RevocationListClient list,
			RevocationListeners listeners, String service) implements MeterBinder {

		@Override
		public void bindTo(MeterRegistry meters) {
			Gauge.builder(name("known"), this.revocations, Revocations::size)
				.description("revocations of unexpired tokens")
				.register(meters);
			Gauge.builder(name("behind"), this.freshness, (it) -> it.behind().toMillis() / 1000.0)
				.description("maximum age of unknown revocations")
				.baseUnit("seconds")
				.register(meters);
			Gauge.builder(name("loaded"), this.list, (it) -> it.loadedAt().getEpochSecond())
				.description("time of the last load from auth-service, in seconds since 1970")
				.register(meters);
			for (var source : this.listeners.sources()) {
				Gauge.builder(name("open"), source, (it) -> it.isOpen() ? 1 : 0)
					.description("whether the source of revocations is open")
					.tag("source", source.name())
					.register(meters);
			}
		}

		private String name(String metric) {
			return "parley." + this.service.replace("-service", "") + ".revocations." + metric;
		}

	}

}
