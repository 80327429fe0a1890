package org.parley.platform.security;

import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What a service lets whom do, by method and path. A service declares one bean, for what
 * it serves itself; what none names is denied. What starters serve for operators lies
 * under {@code /api/v1/admin/<service>/}, which is for admins in every service.
 */
@FunctionalInterface
public interface AccessRules {

	void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

	/**
	 * A role, and a token that may be used for it: a first-party one, or with the scope.
	 */
	static AuthorizationManager<RequestAuthorizationContext> may(String role, String scope, RoleHierarchy roles) {
		return AuthorizationManagers.allOf(has(role, roles),
				AuthorityAuthorizationManager.hasAnyAuthority("SCOPE_parley", "SCOPE_" + scope));
	}

	/** A role, and a first-party token: no scope is enough. */
	static AuthorizationManager<RequestAuthorizationContext> firstParty(String role, RoleHierarchy roles) {
		return AuthorizationManagers.allOf(has(role, roles),
				AuthorityAuthorizationManager.hasAuthority("SCOPE_parley"));
	}

	private static AuthorizationManager<RequestAuthorizationContext> has(String role, RoleHierarchy roles) {
		var hasRole = AuthorityAuthorizationManager.<RequestAuthorizationContext>hasRole(role);
		hasRole.setRoleHierarchy(roles);
		return hasRole;
	}

}
