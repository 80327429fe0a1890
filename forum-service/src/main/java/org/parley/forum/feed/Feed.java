package org.parley.forum.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an Atom feed says.
 *
 * @param id never changes, a URN
 * @param title what it is about
 * @param self where it is
 * @param page the same for people
 * @param begun when there was nothing in it yet
 * @param entries newest first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
record Feed(String id, String title, URI self, URI page, Instant begun, List<Entry> entries) {

	/** When anything in it was new last. */
	Instant updated() {
		return this.entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(this.begun);
	}

	/**
	 * Something new.
	 *
	 * @param id never changes, a URN
	 * @param title what it is called
	 * @param page where people read it
	 * @param author who wrote it, as shown to others
	 * @param published when it was written
	 * @param updated when it was changed last
	 * @param summary how it begins, as plain text; null where all of it is there
	 * @param html all that it says; null where only the summary is there
	 */
	record Entry(String id, String title, URI page, String author, Instant published, Instant updated,
			@Nullable String summary, @Nullable String html) {
	}

}
