package org.parley.social;

import java.util.List;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
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
			for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
				requests.requestMatchers(method, OWN).access(AccessRules.may("user", "social:read", roles));
				requests.requestMatchers(method, SOCIAL).access(AccessRules.guestOr("social:read"));
			}
			requests.requestMatchers(SOCIAL).access(AccessRules.may("user", "social:write", roles));
		};
	}

}
