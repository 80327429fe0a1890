package org.parley.moderation.place;

import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.ThreadReference;

/**
 * A post where it is.
 *
 * @param post with its number there
 * @param thread its thread, with the category that it is in
 */
public record Place(PostReference post, ThreadReference thread) {
}
