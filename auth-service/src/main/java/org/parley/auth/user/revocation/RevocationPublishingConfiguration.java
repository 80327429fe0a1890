package org.parley.auth.user.revocation;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;

import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevocationPublishingConfiguration {

	/** While Redis is known to be away nobody waits for it. */
	@Bean
	LettuceClientOptionsBuilderCustomizer refusesAtOnce() {
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
	}

}
