package org.parley.realtime.typing;

import org.parley.realtime.redis.RedisChannelSubscription;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The channel by which instances tell each other. */
@Configuration(proxyBeanMethods = false)
class TypingConfiguration {

	@Bean
	RedisChannelSubscription typingChannel(RedisConnectionFactory redis, @Value("${parley.redis.prefix}") String prefix,
			AnnounceTyping announceTyping) {
		return new RedisChannelSubscription(redis, prefix + AnnounceTyping.CHANNEL, announceTyping::hear, () -> {
		}, "Who types is known on the same instance only: Redis cannot be listened to");
	}

}
