package org.parley.moderation.check.social;

/**
 * Not everybody may see the social posts of a person, and the comments on them, any more.
 */
public record AuthorContentWithdrawn(String authorId) {
}
