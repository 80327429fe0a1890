package org.parley.webhook;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * Logs and subscriptions are for administrators; what is sent in shows by its signature
 * whose it is. The order matters: no provider may be called like what is theirs.
 */
@Configuration(proxyBeanMethods = false)
class WebhookAccess {

	private static final String[] FOR_ADMINS = { "/api/v1/webhook/logs", "/api/v1/webhook/logs/**",
			"/api/v1/webhook/subscriptions", "/api/v1/webhook/subscriptions/**" };

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(FOR_ADMINS).access(AccessRules.may("admin", "admin", roles));
			requests.requestMatchers(HttpMethod.POST, "/api/v1/webhook/*").permitAll();
		};
	}

}
