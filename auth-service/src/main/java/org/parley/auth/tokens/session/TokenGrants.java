package org.parley.auth.tokens.session;

import java.time.Instant;

/** A kind of permission for which access tokens are issued; {@code sid} is its id. */
public interface TokenGrants {

	/** Whether the user has this permission and tokens issued for it are valid. */
	boolean isActive(String id, String userId, Instant now);

	/**
	 * Ends and deletes the permissions that have expired, as if they were revoked.
	 * @return their number
	 */
	int endExpired(Instant now);

}
