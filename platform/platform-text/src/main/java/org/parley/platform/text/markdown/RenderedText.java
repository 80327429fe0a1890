package org.parley.platform.text.markdown;

import java.util.Set;

/**
 * A rendered text.
 *
 * @param html sanitized HTML
 * @param plainText the words without markup and spoilers, for excerpts
 * @param searchedText the words without markup, those of spoilers included
 * @param mentions the mentioned usernames in lower case, except in quotes
 */
public record RenderedText(String html, String plainText, String searchedText, Set<String> mentions) {
}
