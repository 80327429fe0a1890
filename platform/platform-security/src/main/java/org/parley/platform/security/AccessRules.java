package org.parley.platform.security;

import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
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
	 * A token that may be used for this, a first-party one or with the scope, and a
	 * person with the role behind it.
	 */
	static AuthorizationManager<RequestAuthorizationContext> may(String role, String scope, RoleHierarchy roles) {
		return both(ScopeRule.of(scope), has(role, roles));
	}

	/** A role, and a first-party token: no scope is enough. */
	static AuthorizationManager<RequestAuthorizationContext> firstParty(String role, RoleHierarchy roles) {
		return both(ScopeRule.FIRST_PARTY, has(role, roles));
	}

	/**
	 * Anybody without a token, and whoever has one that may be used for this: what a
	 * person may see more than a guest shows to programs only that they let see it.
	 */
	static AuthorizationManager<RequestAuthorizationContext> guestOr(String scope) {
		var demanded = ScopeRule.of(scope);
		return (who, request) -> (who.get() instanceof AnonymousAuthenticationToken) ? new AuthorizationDecision(true)
				: demanded.authorize(who, request);
	}

	/** The scope first: who lacks both learns what their program lacks. */
	private static AuthorizationManager<RequestAuthorizationContext> both(ScopeRule scope,
			AuthorizationManager<RequestAuthorizationContext> role) {
		return (who, request) -> {
			var decision = scope.authorize(who, request);
			return decision.isGranted() ? role.authorize(who, request) : decision;
		};
	}

	private static AuthorizationManager<RequestAuthorizationContext> has(String role, RoleHierarchy roles) {
		var hasRole = AuthorityAuthorizationManager.<RequestAuthorizationContext>hasRole(role);
		hasRole.setRoleHierarchy(roles);
		return hasRole;
	}

}
