package org.parley.realtime.typing;

import org.parley.realtime.redis.Subscription;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The channel by which instances tell each other. */
@Configuration(proxyBeanMethods = false)
class TypingConfiguration {

	@Bean
	Subscription typingChannel(RedisConnectionFactory redis, @Value("${parley.redis.prefix}") String prefix,
			Typing typing) {
		return new Subscription(redis, prefix + Typing.CHANNEL, typing::hear, () -> {
		}, "Who types is known on the same instance only: Redis cannot be listened to");
	}

}
