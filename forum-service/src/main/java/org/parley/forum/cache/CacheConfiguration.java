package org.parley.forum.cache;

import java.time.InstantSource;
import java.util.Objects;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
class CacheConfiguration {

	@Bean(initMethod = "start")
	RedisStore redisStore(DataRedisConnectionDetails redis, @Value("${parley.redis.prefix}") String prefix,
			CacheSettings settings) {
		var bundle = redis.getSslBundle();
		return new RedisStore(uri(redis), (bundle != null) ? sslOptions(bundle) : null, prefix, settings);
	}

	@Bean
	ResponseCache answerCache(SharedStore store, InstantSource clock, JsonMapper json, MeterRegistry meters,
			CacheSettings settings) {
		return new ResponseCache(store, new Generations(store, clock), json, new CacheMetrics(meters), settings);
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
		var server = Objects.requireNonNull(redis.getStandalone(), "A standalone Redis server is required");
		var uri = RedisURI.builder()
			.withHost(server.getHost())
			.withPort(server.getPort())
			.withDatabase(server.getDatabase())
			.withSsl(redis.getSslBundle() != null);
		if (redis.getUsername() != null && redis.getPassword() != null) {
			uri.withAuthentication(redis.getUsername(), redis.getPassword().toCharArray());
		}
		else if (redis.getPassword() != null) {
			uri.withPassword(redis.getPassword().toCharArray());
		}
		return uri.build();
	}

}
