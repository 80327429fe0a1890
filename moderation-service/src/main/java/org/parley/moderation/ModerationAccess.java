package org.parley.moderation;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Access rules by path and token. Members can moderate single categories, so the use
 * cases check the category.
 */
@Configuration(proxyBeanMethods = false)
class ModerationAccess {

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> requests.requestMatchers("/api/v1/admin/cases/**", "/api/v1/admin/incidents")
			.access(AccessRules.may("user", "moderation", roles));
	}

}
