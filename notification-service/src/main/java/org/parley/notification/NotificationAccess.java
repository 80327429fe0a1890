package org.parley.notification;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/** Access rules of this service; all other requests are denied. */
@Configuration(proxyBeanMethods = false)
class NotificationAccess {

	@Bean
	AccessRules accessRules(RoleHierarchy roles) {
		return (requests) -> requests.requestMatchers("/api/v1/notifications/unsubscribe/{token}")
			.permitAll()
			.requestMatchers("/api/v1/notifications/**", "/api/v1/users/me/preferences")
			.access(AccessRules.may("user", "notifications", roles));
	}

}
