package org.parley.forum.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The content of an Atom feed.
 *
 * @param id a URN that never changes
 * @param title the name of the category or the title of the thread
 * @param self the address of the feed
 * @param page the address of the page for browsers
 * @param createdAt the update time of an empty feed
 * @param entries the entries, newest first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
record Feed(String id, String title, URI self, URI page, Instant createdAt, List<Entry> entries) {

	/** The time of the latest update of any entry. */
	Instant updated() {
		return this.entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(this.createdAt);
	}

	/**
	 * A thread or a post.
	 *
	 * @param id a URN that never changes
	 * @param page the address of the page for browsers
	 * @param author the display name of the author
	 * @param published the creation time
	 * @param updated the time of the last change
	 * @param summary the excerpt as plain text; null if there is content
	 * @param html the whole content; null if there is a summary
	 */
	record Entry(String id, String title, URI page, String author, Instant published, Instant updated,
			@Nullable String summary, @Nullable String html) {
	}

}
