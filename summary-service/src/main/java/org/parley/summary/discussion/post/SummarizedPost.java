package org.parley.summary.discussion.post;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post of the forum. The text and print of hidden posts are not stored.
 *
 * @param number its position in the thread, counted from 1
 * @param text its text without quotes, code and markup
 * @param print a hash of its content
 * @param version grows with every change except votes
 */
@Document("posts")
// It covers queries for prints.
@CompoundIndex(def = "{'threadId': 1, 'number': 1, 'print': 1}")
public record SummarizedPost(@Id String id, String threadId, int number, @Nullable String text, @Nullable String print,
		long version) {

	private static final int PRINT_LENGTH = 24;

	/** Returns a post that all readers of its category can see. */
	public static SummarizedPost shown(String id, String threadId, int number, String html, long version) {
		return new SummarizedPost(id, threadId, number, HtmlText.extract(html),
				Sha256.hex(html).substring(0, PRINT_LENGTH), version);
	}

	/** Returns a removed or held post. */
	public static SummarizedPost hidden(String id, String threadId, int number, long version) {
		return new SummarizedPost(id, threadId, number, null, null, version);
	}

}
