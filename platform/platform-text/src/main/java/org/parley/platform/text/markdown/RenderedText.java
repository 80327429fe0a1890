package org.parley.platform.text.markdown;

/**
 * A rendered text.
 *
 * @param html sanitized HTML
 * @param plainText the words without markup, for excerpts and search
 */
public record RenderedText(String html, String plainText) {
}
