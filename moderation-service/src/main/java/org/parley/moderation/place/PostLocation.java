package org.parley.moderation.place;

import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * The present location of a post.
 *
 * @param post the post with its number in the thread
 * @param thread the thread with its category
 */
public record PostLocation(ModeratedPostReference post, ModeratedThreadReference thread) {
}
