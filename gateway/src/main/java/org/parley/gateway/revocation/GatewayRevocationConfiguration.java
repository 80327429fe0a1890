package org.parley.gateway.revocation;

import java.time.Duration;
import java.util.Objects;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatewayRevocationConfiguration {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** A separate client without automatic recovery. */
	@Bean(destroyMethod = "shutdown")
	RedisClient revocationsClient(DataRedisConnectionDetails redis, ClientResources resources) {
		var client = RedisClient.create(resources, uri(redis));
		client.setOptions(ClientOptions.builder()
			.autoReconnect(false)
			.socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
			.build());
		return client;
	}

	@Bean
	RevocationSource redisWire(RedisClient revocationsClient, GatewayRevocationSettings settings,
			KnownRevocations knownRevocations) {
		return new RedisRevocationSource(revocationsClient, settings.name(), knownRevocations);
	}

	@Bean
	RevocationSource brokerWire(ConnectionFactory broker, KnownRevocations knownRevocations) {
		return new BrokerRevocationSource(broker, knownRevocations);
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
