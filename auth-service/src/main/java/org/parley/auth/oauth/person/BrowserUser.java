package org.parley.auth.oauth.person;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A user who is signed in at our pages. The name of this authentication is the user's id.
 */
public final class BrowserUser extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1;

	private final String userId;

	private final String sessionId;

	private final Instant since;

	/**
	 * Creates an authenticated user.
	 * @param sessionId of the session, whose end signs the user out
	 * @param since time of the sign-in ({@code auth_time})
	 */
	public BrowserUser(String userId, String sessionId, Instant since) {
		super(List.of());
		this.userId = userId;
		this.sessionId = sessionId;
		this.since = since;
		setAuthenticated(true);
	}

	public String sessionId() {
		return this.sessionId;
	}

	public Instant since() {
		return this.since;
	}

	@Override
	public String getPrincipal() {
		return this.userId;
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BrowserUser browserUser && this.userId.equals(browserUser.userId)
				&& this.sessionId.equals(browserUser.sessionId) && this.since.equals(browserUser.since);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.userId, this.sessionId, this.since);
	}

}
