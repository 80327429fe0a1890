package org.parley.chat.recent;

import java.time.Duration;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.Delay;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecentSettings.class)
class RecentConfiguration {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

	private static final Duration RECONNECT_DELAY = Duration.ofMillis(250);

	/** No command waits for a server that is away. */
	@Bean
	LettuceClientOptionsBuilderCustomizer rejectWithoutConnection() {
		return (options) -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build());
	}

	@Bean
	ClientResourcesBuilderCustomizer steadyReconnection() {
		return (resources) -> resources.reconnectDelay(Delay.constant(RECONNECT_DELAY));
	}

}
