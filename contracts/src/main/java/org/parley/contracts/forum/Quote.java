package org.parley.contracts.forum;

/** A quotation of another post. */
public record Quote(String postId, String authorId) {
}
