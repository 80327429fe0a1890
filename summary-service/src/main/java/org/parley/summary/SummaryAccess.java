package org.parley.summary;

import org.parley.platform.security.AccessRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/** Access rules: guests can read summaries and their privacy, users can request them. */
@Configuration(proxyBeanMethods = false)
class SummaryAccess {

	private static final String SUMMARY = "/api/v1/threads/*/summary";

	private static final String MODEL_USE = "/api/v1/summaries/model-use";

	@Bean
	AccessRules rules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers(MODEL_USE).access(AccessRules.guestOr("threads:read"));
			requests.requestMatchers(AccessRules.reads(SUMMARY)).access(AccessRules.guestOr("threads:read"));
			requests.requestMatchers(SUMMARY).access(AccessRules.may("user", "threads:write", roles));
		};
	}

}
