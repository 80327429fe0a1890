package org.parley.platform.security;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.token.TokenAudiences;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The access rules of a service, by method and path. Each service declares one bean for
 * its own operations; all others are denied. The operations of platform starters are
 * below {@code /api/v1/admin/<service>/} and require an admin.
 */
@FunctionalInterface
public interface AccessRules {

	void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

	/** Requires a scope, or a first-party token, and a person with the role. */
	static AuthorizationManager<RequestAuthorizationContext> may(String role, String scope, RoleHierarchy roles) {
		return both(ScopeRule.of(scope), has(role, roles));
	}

	/** Requires a role and a first-party token; no scope is sufficient. */
	static AuthorizationManager<RequestAuthorizationContext> firstParty(String role, RoleHierarchy roles) {
		return both(ScopeRule.FIRST_PARTY, has(role, roles));
	}

	/**
	 * Permits requests without a token, and requires the scope of requests with one, so
	 * that programs see more than a guest only with the person's consent.
	 */
	static AuthorizationManager<RequestAuthorizationContext> guestOr(String scope) {
		var demanded = ScopeRule.of(scope);
		return (who, request) -> (who.get() instanceof AnonymousAuthenticationToken) ? new AuthorizationDecision(true)
				: demanded.authorize(who, request);
	}

	/** Matches GET at paths, and HEAD, which is allowed where GET is. */
	static RequestMatcher reads(String... paths) {
		var request = PathPatternRequestMatcher.withDefaults();
		return new OrRequestMatcher(Stream.of(paths).<RequestMatcher>mapMulti((path, matchers) -> {
			matchers.accept(request.matcher(HttpMethod.GET, path));
			matchers.accept(request.matcher(HttpMethod.HEAD, path));
		}).toList());
	}

	/**
	 * Refuses tokens for sockets, in a service that accepts them for other operations.
	 */
	static AuthorizationManager<RequestAuthorizationContext> forApi(
			AuthorizationManager<RequestAuthorizationContext> rule) {
		return (who, request) -> isForSockets(who.get()) ? new AuthorizationDecision(false)
				: rule.authorize(who, request);
	}

	private static boolean isForSockets(@Nullable Authentication who) {
		return who instanceof JwtAuthenticationToken token
				&& !Objects.requireNonNullElse(token.getToken().getAudience(), List.<String>of())
					.contains(TokenAudiences.API);
	}

	/** Checks the scope first, so that the problem names the missing scope. */
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
