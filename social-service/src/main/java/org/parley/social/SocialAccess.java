package org.parley.social;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Access rules by scope. Guests read what is public; the use cases check who may see a
 * post.
 */
@Configuration(proxyBeanMethods = false)
class SocialAccess {

	private static final String SOCIAL = "/api/v1/social/**";

	private static final String[] OWN = { "/api/v1/social/feed", "/api/v1/social/preferences",
			"/api/v1/social/people/me/**" };

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(AccessRules.reads(OWN)).access(AccessRules.may("user", "social:read", roles));
			requests.requestMatchers(AccessRules.reads(SOCIAL)).access(AccessRules.guestOr("social:read"));
			requests.requestMatchers(SOCIAL).access(AccessRules.may("user", "social:write", roles));
		};
	}

}
