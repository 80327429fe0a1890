package org.parley.platform.text.markdown;

/**
 * The source that a text claims for a block quote.
 *
 * @param postId the id of the quoted post
 * @param username the username of its author, in lower case
 * @param outermost whether the quote is not nested in another quote
 */
public record Attribution(String postId, String username, boolean outermost) {
}
