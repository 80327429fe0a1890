package org.parley.moderation.relocation;

import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * A post is in another thread. Published within this process, in the transaction of the
 * change.
 *
 * @param post the post with its new number
 */
public record PostRelocated(ModeratedPostReference post, ModeratedThreadReference thread) {
}
