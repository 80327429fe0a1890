package org.parley.realtime.session;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.Caller;
import org.parley.realtime.access.Reader;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is behind a socket.
 *
 * @param caller the person, null for a guest
 * @param version the token's {@code ver}: a person's tokens below a version may be
 * revoked together
 * @param expiresAt when the token ends; a guest never does
 */
public record SocketIdentity(@Nullable Caller caller, long version, Instant expiresAt) {

	/** Somebody who has not said who they are. */
	public static final SocketIdentity GUEST = new SocketIdentity(null, 0, Instant.MAX);

	/** Whom a verified token stands for. */
	public static SocketIdentity of(Jwt token) {
		var version = (token.getClaim("ver") instanceof Number number) ? number.longValue() : 0;
		return new SocketIdentity(Caller.of(token), version,
				Objects.requireNonNullElse(token.getExpiresAt(), Instant.MIN));
	}

	/** The person's id; empty for a guest. */
	public String userId() {
		return (this.caller != null) ? this.caller.id() : "";
	}

	/** The session that the token belongs to; empty for a guest. */
	public String sessionId() {
		return (this.caller != null) ? this.caller.sessionId() : "";
	}

	public boolean isGuest() {
		return this.caller == null;
	}

	/** Whether there is a person at all; a program may act for nobody. */
	boolean isPerson() {
		return this.caller != null && this.caller.isPerson();
	}

	/** Whether the token may be used for this; a guest has none that may not. */
	public boolean covers(String scope) {
		return this.caller == null || this.caller.covers(scope);
	}

	/** Whether there is a person who is told by this socket what happens to them. */
	public boolean isNotified() {
		return this.caller != null && isPerson() && this.caller.covers("notifications");
	}

	/** As far as rights in categories depend on it. */
	public Reader reader() {
		return Reader.of(this.caller);
	}

}
