package org.parley.gateway.backend;

import java.util.List;
import java.util.Objects;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.filter.headers.RemoveHopByHopHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackendSettings.class)
class BackendConfiguration {

	private static final Logger log = LoggerFactory.getLogger(BackendConfiguration.class);

	/** {@link OutgoingHeaders} does the work of all of them without a copy for each. */
	@Bean
	static BeanDefinitionRegistryPostProcessor requestHeadersFilterPostProcessor() {
		return (registry) -> List
			.of("removeForwardedHeadersFilter", "removeXForwardedHeadersFilter", "removeHopByHopHeadersFilter")
			.forEach(registry::removeBeanDefinition);
	}

	/** Removes headers that concern the connection to a service. */
	@Bean
	HttpHeadersFilter responseHeaders() {
		return new RemoveHopByHopHeadersFilter() {

			@Override
			public boolean supports(Type type) {
				return type == Type.RESPONSE;
			}

		};
	}

	/**
	 * Configured on the client once; the gateway's own property would copy the client for
	 * each request.
	 */
	@Bean
	HttpClientCustomizer connectTimeout(BackendSettings settings) {
		return (client) -> client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, settings.connectTimeoutMillis());
	}

	/** Open WebSockets are unaffected: their connections are outside the pool. */
	@Bean
	@Primary
	WebSocketClient sockets(BackendSettings settings, HttpClientProperties gateway) {
		var longest = Objects.requireNonNull(gateway.getWebsocket().getMaxFramePayloadLength(),
				"The length of frames is configured");
		return new ReactorNettyWebSocketClient(connectTimeout(settings).customize(HttpClient.newConnection()),
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(longest));
	}

	/**
	 * One breaker for each instance. {@link WatchedInstance} alone opens and closes it.
	 */
	@Bean
	CircuitBreakerRegistry circuitBreakers(MeterRegistry meters) {
		var registry = CircuitBreakerRegistry.ofDefaults();
		registry.getEventPublisher()
			.onEntryAdded((added) -> added.getAddedEntry()
				.getEventPublisher()
				.onStateTransition((event) -> log.atWarn()
					.addKeyValue("backend", event.getCircuitBreakerName())
					.addKeyValue("state", event.getStateTransition().getToState())
					.log("Circuit breaker changed")));
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
		return registry;
	}

}
