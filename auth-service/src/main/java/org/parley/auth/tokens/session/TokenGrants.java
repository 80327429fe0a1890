package org.parley.auth.tokens.session;

import java.time.Instant;

/** What an access token may have been given for, named by its {@code sid}. */
public interface TokenGrants {

	/** Whether this is a grant of that person, and tokens of it count. */
	boolean counts(String id, String userId, Instant now);

}
