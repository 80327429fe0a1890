package org.parley.realtime.typing;

import org.parley.realtime.redis.RedisChannelSubscription;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The Redis channel that carries typing notices between instances. */
@Configuration(proxyBeanMethods = false)
class TypingConfiguration {

	@Bean
	RedisChannelSubscription typingChannel(RedisConnectionFactory redis, @Value("${parley.redis.prefix}") String prefix,
			AnnounceTyping announceTyping) {
		return new RedisChannelSubscription(redis, prefix + AnnounceTyping.CHANNEL, announceTyping::receive, () -> {
		}, "Redis is unavailable; typing is announced on the same instance only");
	}

}
