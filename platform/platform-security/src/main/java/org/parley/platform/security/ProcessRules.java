package org.parley.platform.security;

import org.parley.platform.runtime.ProcessRole;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * The access rules of a process: all of its service, or in a worker the refresh of its
 * settings only.
 */
class ProcessRules {

	private final ObjectProvider<AccessRules> rules;

	private final ProcessRole processRole;

	private final RoleHierarchy roles;

	private final String settings;

	ProcessRules(ObjectProvider<AccessRules> rules, ProcessRole processRole, RoleHierarchy roles,
			@Value("${spring.application.name:service}") String service) {
		this.rules = rules;
		this.processRole = processRole;
		this.roles = roles;
		this.settings = "/api/v1/admin/" + service + "/settings";
	}

	void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(HttpMethod.POST, this.settings).access(AccessRules.may("admin", "admin", this.roles));
		if (this.processRole.answers()) {
			this.rules.orderedStream().forEach((rule) -> rule.apply(requests));
		}
	}

}
