package org.parley.realtime.presence;

import org.parley.platform.security.AccessRules;
import org.parley.realtime.redis.RedisChannelSubscription;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/** The Redis channels between instances, and who may read and change presence. */
@Configuration(proxyBeanMethods = false)
class PresenceConfiguration {

	private static final String PRESENCE = "/api/v1/presence/**";

	@Bean
	RedisChannelSubscription presenceChannel(RedisConnectionFactory redis,
			@Value("${parley.redis.prefix}") String prefix, AnnouncePresence announcePresence,
			PresenceHeartbeat heartbeat) {
		return new RedisChannelSubscription(redis, prefix + AnnouncePresence.CHANNEL, (text) -> {
			heartbeat.wake();
			announcePresence.receive(text);
		}, heartbeat::wake, "Redis is unavailable; changes of presence are not announced");
	}

	@Bean
	RedisChannelSubscription presencePreferenceChannel(RedisConnectionFactory redis,
			@Value("${parley.redis.prefix}") String prefix, PresencePreferences preferences) {
		return new RedisChannelSubscription(redis, prefix + PresencePreferences.CHANNEL, preferences::forget,
				preferences::forgetAll, "Redis is unavailable; preferences of presence arrive later");
	}

	/** Tokens for sockets read presence by events only. */
	@Bean
	AccessRules presenceRules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(AccessRules.reads(PRESENCE))
				.access(AccessRules.forApi(AccessRules.may("user", "chat:read", roles)));
			requests.requestMatchers(PRESENCE).access(AccessRules.forApi(AccessRules.may("user", "chat:write", roles)));
		};
	}

}
