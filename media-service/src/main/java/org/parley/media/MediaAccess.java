package org.parley.media;

import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Access rules by scope. Guests read what is used in something public. The use cases
 * check who owns a medium, and the files check their own addresses.
 */
@Configuration(proxyBeanMethods = false)
class MediaAccess {

	private static final String FILES = MediaAddresses.ROOT + "**";

	private static final String MEDIUM = "/api/v1/media/*";

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(FILES).permitAll();
			requests.requestMatchers(AccessRules.reads(MEDIUM)).access(AccessRules.guestOr("media:write"));
			requests.requestMatchers("/api/v1/media/**").access(AccessRules.may("user", "media:write", roles));
		};
	}

}
