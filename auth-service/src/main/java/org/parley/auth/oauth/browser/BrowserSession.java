package org.parley.auth.oauth.browser;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser that is signed in at our pages.
 *
 * @param hash of the secret in its cookie
 * @param sessionId of the user's session, with which this one ends
 * @param since when the user proved who they are, here or at a provider that says when
 */
@Document("browser_sessions")
record BrowserSession(@Id String hash, String userId, String sessionId, Instant since,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {
}
