package org.parley.auth.federation.protocol;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.note.ProvenOwner;

/**
 * An authorization request that waits for the provider's answer. Only an encrypted cookie
 * of the browser keeps it.
 *
 * @param nonce whose hash the ID token must contain; null for GitHub
 * @param verifier of the code (PKCE)
 * @param next address of the page to return to, or empty
 * @param owner of the account to link the identity to; null to sign in
 * @param invitation token of an invitation for a new account, or null
 * @param freshSince the person must have signed in there since; null if any sign-in will
 * do
 * @param expiresAt when the answer comes too late
 */
public record FederationRequest(String provider, String state, @Nullable String nonce, String verifier, String next,
		@Nullable ProvenOwner owner, @Nullable String invitation, @Nullable Instant freshSince, Instant expiresAt) {

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

}
