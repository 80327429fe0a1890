package org.parley.@name@;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/** Access rules: no scope of third-party apps covers notes. */
@Configuration(proxyBeanMethods = false)
class @Name@Access {

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> requests.requestMatchers("/api/v1/@name@/**")
			.access(AccessRules.firstParty("user", roles));
	}

}
