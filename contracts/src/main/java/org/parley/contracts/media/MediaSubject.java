package org.parley.contracts.media;

/**
 * A post, message or person that uses media.
 *
 * @param kind the kind, such as {@code social-post}; each belongs to one service
 */
public record MediaSubject(String kind, String id) {
}
