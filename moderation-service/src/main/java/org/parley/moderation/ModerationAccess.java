package org.parley.moderation;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Access rules by path and token. Members can moderate single categories, so the use
 * cases check the category. Policies hold for all categories, so they need the role.
 */
@Configuration(proxyBeanMethods = false)
class ModerationAccess {

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> requests
			.requestMatchers("/api/v1/admin/cases/**", "/api/v1/admin/appeals/**", "/api/v1/admin/incidents",
					"/api/v1/admin/moderation-statistics")
			.access(AccessRules.may("user", "moderation", roles))
			.requestMatchers("/api/v1/admin/policies/**", "/api/v1/admin/policy-changes",
					"/api/v1/admin/shadow-runs/**", "/api/v1/admin/replays/**")
			.access(AccessRules.may("moderator", "moderation", roles))
			.requestMatchers("/api/v1/moderation/log", "/api/v1/moderation/log/feed", "/api/v1/moderation/privacy")
			.access(AccessRules.guestOr("threads:read"))
			.requestMatchers(HttpMethod.POST, "/api/v1/moderation/statements/by-token",
					"/api/v1/moderation/statements/by-token/appeal")
			.permitAll()
			.requestMatchers(AccessRules.reads("/api/v1/moderation/statements/**"))
			.access(AccessRules.may("user", "threads:read", roles))
			.requestMatchers("/api/v1/moderation/statements/**")
			.access(AccessRules.may("user", "threads:write", roles));
	}

}
