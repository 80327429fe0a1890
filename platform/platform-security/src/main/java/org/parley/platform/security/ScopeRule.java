package org.parley.platform.security;

import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Requires a first-party token or a token with a scope.
 *
 * @param scope the sufficient scope; empty for first-party tokens only
 * @param sufficient the sufficient authorities
 */
record ScopeRule(String scope, Set<String> sufficient) implements AuthorizationManager<RequestAuthorizationContext> {

	private static final String PREFIX = "SCOPE_";

	/** Permits only tokens of Parley's own clients. */
	static final ScopeRule FIRST_PARTY = new ScopeRule("", Set.of(PREFIX + Caller.FIRST_PARTY));

	static ScopeRule of(String scope) {
		return new ScopeRule(scope, Set.of(PREFIX + Caller.FIRST_PARTY, PREFIX + scope));
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext request) {
		var authorities = who.get().getAuthorities();
		return authorities.stream().map(GrantedAuthority::getAuthority).anyMatch(this::suffices)
				? new AuthorizationDecision(true) : new MissingScope(this.scope);
	}

	private boolean suffices(@Nullable String authority) {
		return authority != null && this.sufficient.contains(authority);
	}

	/** A denial because of a missing scope. */
	static final class MissingScope extends AuthorizationDecision {

		private final String scope;

		MissingScope(String scope) {
			super(false);
			this.scope = scope;
		}

		/** The scope that would be sufficient; empty when there is none. */
		String scope() {
			return this.scope;
		}

	}

}
