package org.parley.moderation.relocation;

import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * A thread is in another category. Published within this process, in the transaction of
 * the change.
 */
public record ThreadRelocated(String threadId, ModeratedThreadReference.Category category) {
}
