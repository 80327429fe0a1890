package org.parley.forum.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.parley.contracts.LowerCaseName;
import org.parley.forum.member.PersonView;

/**
 * A thread or post that matches a search.
 *
 * @param kind whether the hit is a thread or a post
 * @param id the id of the thread or post
 * @param number the number of the post in the thread; 1 for a thread
 * @param title the title of the thread
 * @param slug the slug of the thread
 * @param category the slug of its category
 * @param author the author of the thread or post
 * @param highlights extracts with the matching words
 * @param score the relevance, higher is better
 */
record SearchHit(Kind kind, String id, String threadId, int number, String title, String slug, String category,
		PersonView author, Instant createdAt, List<Highlight> highlights, @JsonIgnore float score) {

	/** The kinds of hits. */
	enum Kind implements LowerCaseName {

		THREAD, POST;

	}

	/**
	 * An extract with matching words.
	 *
	 * @param field {@code title} or {@code content}
	 * @param html the extract as HTML, with {@code <mark>} as its only element
	 */
	record Highlight(String field, String html) {
	}

}
