package org.parley.auth.user.revocation;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;

import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevocationPublishingConfiguration {

	/** Fails commands at once while Redis is disconnected. */
	@Bean
	LettuceClientOptionsBuilderCustomizer rejectCommandsWhenDisconnected() {
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
	}

}
