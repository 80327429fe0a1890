package org.parley.forum.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonView;

/**
 * Something that was found.
 *
 * @param kind whether a thread was found by its title, or a post by what it says
 * @param id the thread's or the post's id
 * @param threadId the thread
 * @param number the post's place in the thread; null for threads
 * @param title the thread's title
 * @param slug the thread's part of an address
 * @param category the slug of its category
 * @param author who wrote what was found
 * @param createdAt when
 * @param highlights where it was found
 * @param score how well it fits
 */
record SearchHit(Kind kind, String id, String threadId, @Nullable Integer number, String title, String slug,
		String category, PersonView author, Instant createdAt, List<Highlight> highlights, @JsonIgnore double score) {

	/** What was found. */
	enum Kind {

		THREAD, POST;

		@JsonValue
		String json() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * A place where words were found.
	 *
	 * @param field {@code title} or {@code content}
	 * @param html the place, as HTML whose only elements are {@code <mark>}
	 */
	record Highlight(String field, String html) {
	}

}
