package org.parley.forum.content;

/**
 * What a text became.
 *
 * @param html safe to put into any page
 * @param plainText the words alone, for excerpts and search
 */
public record RenderedText(String html, String plainText) {
}
