package org.parley.forum.cache;

/**
 * An answer that time alone will change: given to those who ask now, and not kept.
 *
 * @param answer what is answered
 */
public record ExpiringAnswer(Object answer) {
}
