package org.parley.forum.post;

import java.util.List;

import org.parley.forum.content.RenderedText;

/**
 * What somebody has written.
 *
 * @param rendered as it is shown
 * @param quotes whom it quotes, each post once
 */
public record RenderedContent(RenderedText rendered, List<Quote> quotes) {
}
