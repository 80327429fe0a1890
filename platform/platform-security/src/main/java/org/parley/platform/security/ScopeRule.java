package org.parley.platform.security;

import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Demands a token that may be used for something: a first-party one, or one with a scope.
 *
 * @param scope that is enough; empty when none is
 * @param sufficient the authorities that are
 */
record ScopeRule(String scope, Set<String> sufficient) implements AuthorizationManager<RequestAuthorizationContext> {

	private static final String PREFIX = "SCOPE_";

	/** Lets tokens of Parley's own clients through, and no others. */
	static final ScopeRule FIRST_PARTY = new ScopeRule("", Set.of(PREFIX + Caller.FIRST_PARTY));

	static ScopeRule of(String scope) {
		return new ScopeRule(scope, Set.of(PREFIX + Caller.FIRST_PARTY, PREFIX + scope));
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext request) {
		var authorities = who.get().getAuthorities();
		return authorities.stream().map(GrantedAuthority::getAuthority).anyMatch(this::suffices)
				? new AuthorizationDecision(true) : new Missing(this.scope);
	}

	private boolean suffices(@Nullable String authority) {
		return authority != null && this.sufficient.contains(authority);
	}

	/** A refusal for want of a scope. */
	static final class Missing extends AuthorizationDecision {

		private final String scope;

		Missing(String scope) {
			super(false);
			this.scope = scope;
		}

		/** The scope that would have been enough; empty when none is. */
		String scope() {
			return this.scope;
		}

	}

}
