package org.parley.auth.oauth.token;

/** Takes back what an app was given, with all tokens of it. */
public interface EndingGrant {

	/**
	 * Ends a grant, once: its refresh token is of no use any more, and
	 * {@code session.revoked} says of its id that access tokens with that {@code sid} are
	 * none. Part of the transaction that asks. Nothing happens when there is no such
	 * grant.
	 * @param id the grant's, and {@code sid} of its access tokens
	 */
	void end(String id);

}
