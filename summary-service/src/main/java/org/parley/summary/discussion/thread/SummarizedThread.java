package org.parley.summary.discussion.thread;

import java.util.Locale;

import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.CategoryReference;
import org.parley.contracts.forum.ThreadData;
import org.parley.contracts.forum.ThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread of the forum, without its posts.
 *
 * @param slug the readable part of its URL
 * @param version grows with every change
 */
@Document("threads")
public record SummarizedThread(@Id String id, String slug, String title, CategoryReference category,
		PersonReference author, SummarizedThreadStatus status, long version) {

	public static SummarizedThread of(ThreadData thread) {
		return new SummarizedThread(thread.id(), thread.slug(), thread.title(), thread.category(), thread.author(),
				SummarizedThreadStatus.of(thread.status()), thread.version());
	}

	public ThreadReference reference() {
		return new ThreadReference(this.id, this.slug, this.title, this.category, this.author, null);
	}

	/** Whether the thread can have a summary. */
	public boolean isShown() {
		return this.status.isShown();
	}

	/** The status of a thread in the forum. */
	public enum SummarizedThreadStatus {

		OPEN, LOCKED, ARCHIVED, HIDDEN, REMOVED;

		static SummarizedThreadStatus of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

		/** Whether readers of the category see the thread. */
		boolean isShown() {
			return this != HIDDEN && this != REMOVED;
		}

	}

}
