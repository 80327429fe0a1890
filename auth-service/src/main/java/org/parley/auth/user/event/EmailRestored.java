package org.parley.auth.user.event;

import java.time.Instant;

/**
 * An account went back to the address that it had, as somebody else may have had it. Told
 * within the transaction, to the parts of this service alone: each ends what was added.
 *
 * @param userId whose
 * @param since when the change was asked for that is undone
 */
public record EmailRestored(String userId, Instant since) {
}
