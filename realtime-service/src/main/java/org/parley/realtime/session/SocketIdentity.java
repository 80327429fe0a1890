package org.parley.realtime.session;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.security.CallerClaims;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The identity of a socket: a user, a client application or a guest.
 *
 * @param caller the caller; null for a guest
 * @param version the token's {@code ver}; a user's tokens below a version can be revoked
 * together
 * @param expiresAt expiry of the token; {@code Instant.MAX} for a guest
 * @param token the token, with which the service calls others for the user; empty for a
 * guest
 */
public record SocketIdentity(@Nullable Caller caller, long version, Instant expiresAt, String token) {

	/** The identity of a socket without a token. */
	public static final SocketIdentity GUEST = new SocketIdentity(null, 0, Instant.MAX, "");

	/** Creates the identity of a verified token. */
	public static SocketIdentity of(Jwt token) {
		var version = (token.getClaim("ver") instanceof Number number) ? number.longValue() : 0;
		return new SocketIdentity(CallerClaims.callerOf(token), version,
				Objects.requireNonNullElse(token.getExpiresAt(), Instant.MIN), token.getTokenValue());
	}

	/** Returns the caller's id; empty for a guest. */
	public String userId() {
		return (this.caller != null) ? this.caller.id() : "";
	}

	/** Returns the id of the token's session; empty for a guest. */
	public String sessionId() {
		return (this.caller != null) ? this.caller.sessionId() : "";
	}

	public boolean isGuest() {
		return this.caller == null;
	}

	/** Checks whether the caller is a user rather than a client application. */
	boolean isPerson() {
		return this.caller != null && this.caller.isPerson();
	}

	/**
	 * Checks whether the token covers a scope; guests have no token and are not
	 * restricted.
	 */
	public boolean covers(String scope) {
		return this.caller == null || this.caller.covers(scope);
	}

	/** Checks whether the caller is one whom a condition permits; no guest is. */
	public boolean isPermitted(Predicate<Caller> condition) {
		return this.caller != null && condition.test(this.caller);
	}

	/** Checks whether the socket receives the notifications of its user. */
	public boolean isNotified() {
		return this.caller != null && isPerson() && this.caller.covers("notifications");
	}

	/**
	 * Checks whether the socket makes its user online: others see that in conversations.
	 */
	public boolean showsPresence() {
		return this.caller != null && isPerson() && this.caller.covers("chat:read");
	}

	/** Does not contain the token. */
	@Override
	public String toString() {
		return "Identity of " + userId();
	}

}
