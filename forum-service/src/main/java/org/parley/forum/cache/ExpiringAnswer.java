package org.parley.forum.cache;

/**
 * An answer that changes by the passage of time, so that it must not be cached.
 *
 * @param answer the answer
 */
public record ExpiringAnswer(Object answer) {
}
