package org.parley.realtime.event.chat;

import org.parley.platform.messaging.inbox.delivery.ForwardedEvents;
import org.parley.realtime.redis.RedisChannelSubscription;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The Redis channel of chat-service for events that the broker does not take. */
@Configuration(proxyBeanMethods = false)
class ForwardedEventConfiguration {

	@Bean
	RedisChannelSubscription forwardedEventChannel(RedisConnectionFactory redis,
			@Value("${parley.realtime.messages.channel}") String channel, ForwardedEvents forwardedEvents) {
		return new RedisChannelSubscription(redis, channel,
				(event) -> forwardedEvents.handle("realtime", "chat.events", event), () -> {
				}, "Redis is unavailable; without the broker, conversations are heard later");
	}

}
