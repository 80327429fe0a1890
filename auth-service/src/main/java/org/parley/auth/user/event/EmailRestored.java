package org.parley.auth.user.event;

import java.time.Instant;

/**
 * The owner of an account has restored the previous mail address. Internal to this
 * service: listeners remove the credentials added since, in the same transaction.
 *
 * @param since when the undone change was requested
 */
public record EmailRestored(String userId, Instant since) {
}
