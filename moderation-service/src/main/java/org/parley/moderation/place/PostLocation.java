package org.parley.moderation.place;

import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

/**
 * A post where it is.
 *
 * @param post with its number there
 * @param thread its thread, with the category that it is in
 */
public record PostLocation(ModeratedPostReference post, ModeratedThreadReference thread) {
}
