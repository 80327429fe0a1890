package org.parley.webhook;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/**
 * People have subscriptions, administrators also logs; inbound webhooks authenticate by
 * their signature. The order matters, since provider names match the same pattern.
 */
@Configuration(proxyBeanMethods = false)
class WebhookAccess {

	private static final String[] ADMIN_PATHS = { "/api/v1/webhook/logs", "/api/v1/webhook/logs/**" };

	private static final String[] OWN_PATHS = { "/api/v1/webhook/subscriptions", "/api/v1/webhook/subscriptions/**" };

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(ADMIN_PATHS).access(AccessRules.may("admin", "admin", roles));
			requests.requestMatchers(OWN_PATHS).access(AccessRules.may("user", "webhooks", roles));
			requests.requestMatchers(HttpMethod.POST, "/api/v1/webhook/*").permitAll();
			requests.requestMatchers(HttpMethod.GET, "/internal/mail-pictures/*").permitAll();
		};
	}

}
