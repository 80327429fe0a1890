package org.parley.forum.post.edit;

import java.util.List;

import org.parley.contracts.forum.Quote;
import org.parley.forum.post.Post;
import org.parley.platform.text.markdown.RenderedText;

/**
 * A rendered content with its quotes and media.
 *
 * @param rendered the content as HTML and plain text
 * @param quotes the quoted posts, each once
 * @param media the ids of the media that it shows, each once
 */
public record RenderedContent(RenderedText rendered, List<Quote> quotes, List<String> media) {

	/** Records in a post what its content quotes, mentions and shows. */
	public void recordIn(Post post) {
		post.recordQuotes(this.quotes);
		post.recordMentions(this.rendered.mentions());
		post.recordMedia(this.media);
	}

}
