package org.parley.auth.federation.protocol;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;

/**
 * An authorization request that waits for the provider's answer. Only an encrypted cookie
 * of the browser keeps it.
 *
 * @param nonce whose hash the ID token must contain; null for GitHub
 * @param verifier of the code (PKCE)
 * @param next address of the page to return to, or empty
 * @param owner the permission to link the identity to an account; null to sign in
 * @param invitation token of an invitation for a new account, or null
 * @param freshSince the person must have signed in there since; null if any sign-in will
 * do
 * @param expiresAt when the answer comes too late
 */
public record FederationRequest(String provider, String state, @Nullable String nonce, String verifier, String next,
		@Nullable LinkOwner owner, @Nullable String invitation, @Nullable Instant freshSince, Instant expiresAt) {

	private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

	/**
	 * Whether a sign-in there is new enough. {@code prompt} and {@code max_age} are only
	 * requests, which the browser carries.
	 * @param signedInAt by the provider's clock
	 */
	boolean accepts(Instant signedInAt) {
		return this.freshSince == null || !signedInAt.isBefore(this.freshSince.minus(CLOCK_SKEW));
	}

	@Override
	public String toString() {
		return "FederationRequest[***]";
	}

	/**
	 * The owner of an account, who may link an identity to it.
	 *
	 * @param linkVersion of the account; a link and every other change of a credential
	 * raise it, so that a permission is used once
	 */
	public record LinkOwner(String userId, int linkVersion) {

		/** Whether this is the account, and the permission is still valid. */
		public boolean is(User user) {
			return this.userId.equals(user.id()) && this.linkVersion == user.linkVersion();
		}

	}

}
