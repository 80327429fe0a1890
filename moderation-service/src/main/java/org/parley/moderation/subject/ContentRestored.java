package org.parley.moderation.subject;

import java.time.Instant;

/**
 * A removed post was restored.
 *
 * @param contentId the id of the post
 * @param version the version of the post after its restoration
 * @param shown whether everybody sees the post again
 */
public record ContentRestored(String contentId, long version, boolean shown, Instant at) {
}
