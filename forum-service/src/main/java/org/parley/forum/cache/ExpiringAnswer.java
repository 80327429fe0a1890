package org.parley.forum.cache;

/** An answer that changes by the passage of time, so that it must not be cached. */
public record ExpiringAnswer(Object answer) {
}
