package org.parley.platform.media.use;

/**
 * A post, message or person that uses media.
 *
 * @param kind the kind, such as {@code social-post}; each belongs to one service
 */
public record MediaSubject(String kind, String id) {
}
