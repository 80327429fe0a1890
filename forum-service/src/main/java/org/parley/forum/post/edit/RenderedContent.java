package org.parley.forum.post.edit;

import java.util.List;

import org.parley.platform.text.markdown.RenderedText;
import org.parley.forum.post.Quote;

/**
 * A rendered content with its quotes.
 *
 * @param rendered the content as HTML and plain text
 * @param quotes the quoted posts, each once
 */
public record RenderedContent(RenderedText rendered, List<Quote> quotes) {
}
