package org.parley.contracts.forum;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalList;
import org.parley.contracts.PersonReference;
import org.parley.contracts.media.AttachedMedium;

/**
 * A post as it is in events.
 *
 * @param number its place in the thread
 * @param content the Markdown source
 * @param html the content, rendered and sanitized
 * @param status its visibility
 * @param editedAt when it was last edited, silent edits excluded
 * @param version grows with every change except votes
 * @param mentions the usernames that it mentions, in lower case
 * @param media the media that its HTML names
 */
public record PostData(String id, int number, PersonReference author, @Nullable PostReference replyTo, String content,
		String html, PostStatus status, Instant createdAt, @Nullable Instant editedAt, long version,
		@OptionalList List<Quote> quotes, @OptionalList List<String> mentions,
		@OptionalList List<AttachedMedium> media) {

	public PostReference reference() {
		return new PostReference(this.id, this.number, this.author);
	}

}
