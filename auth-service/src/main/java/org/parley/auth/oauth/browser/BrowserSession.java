package org.parley.auth.oauth.browser;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A browser in which somebody has signed in at our pages.
 *
 * @param hash of the secret in its cookie
 * @param userId who
 * @param sessionId the session of theirs that it stands for; with its end this one counts
 * no more
 * @param since when they proved who they are
 * @param expiresAt when it counts no more, whatever happens
 */
@Document("browser_sessions")
record BrowserSession(@Id String hash, String userId, String sessionId, Instant since, Instant expiresAt) {
}
