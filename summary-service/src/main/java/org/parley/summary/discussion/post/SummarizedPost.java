package org.parley.summary.discussion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post. What nobody but moderators may see is not kept: neither text nor print.
 *
 * @param id the post's id
 * @param threadId where
 * @param number its place there; 1 opens the thread
 * @param text what it says, without quotes, code and marks
 * @param print changes when what it says does
 * @param version grows with every change but those of votes
 */
@Document("posts")
record SummarizedPost(@Id String id, String threadId, int number, @Nullable String text, @Nullable String print,
		long version) {

	/** A post that everybody may read. */
	static SummarizedPost shown(String id, String threadId, int number, String html, long version) {
		return new SummarizedPost(id, threadId, number, HtmlText.of(html), print(html), version);
	}

	/** A post that was taken away or is held back. */
	static SummarizedPost hidden(String id, String threadId, int number, long version) {
		return new SummarizedPost(id, threadId, number, null, null, version);
	}

	private static String print(String html) {
		try {
			var hash = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
