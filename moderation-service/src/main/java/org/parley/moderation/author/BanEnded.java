package org.parley.moderation.author;

import java.time.Instant;

/** No ban of an author is in force any more. */
public record BanEnded(String authorId, Instant at) {
}
