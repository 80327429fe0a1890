package org.parley.platform.text.markdown;

import java.util.Set;

/**
 * A rendered text.
 *
 * @param html sanitized HTML
 * @param plainText the words without markup, for excerpts and search
 * @param mentions the mentioned usernames in lower case, except in quotes
 */
public record RenderedText(String html, String plainText, Set<String> mentions) {
}
