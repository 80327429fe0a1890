package org.parley.realtime.revocation;

import java.net.http.HttpClient;
import java.time.Duration;

import org.parley.realtime.redis.RedisChannelSubscription;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * The sources of revocations besides events: a Redis channel and a list of auth-service.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketRevocationSettings.class)
class SocketRevocationConfiguration {

	private static final Duration CONNECT = Duration.ofSeconds(1);

	private static final Duration READ = Duration.ofSeconds(3);

	@Bean
	RedisChannelSubscription revocationChannel(RedisConnectionFactory redis, SocketRevocations socketRevocations,
			SocketRevocationLoader loader, JsonMapper json, SocketRevocationSettings settings) {
		return new RedisChannelSubscription(redis, settings.name(), new SocketRevocationReader(socketRevocations, json),
				loader::requestLoad, "Redis is unavailable; revocations arrive by events only");
	}

	@Bean
	SocketRevocationLoader revocationLoader(ConnectionFactory broker, SocketRevocations socketRevocations,
			SocketRevocationSettings settings) {
		var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
		var requests = new JdkClientHttpRequestFactory(http);
		requests.setReadTimeout(READ);
		var loader = new SocketRevocationLoader(RestClient.builder().requestFactory(requests).build(),
				socketRevocations, settings);
		broker.addConnectionListener((_) -> loader.requestLoadWhenBound());
		return loader;
	}

}
