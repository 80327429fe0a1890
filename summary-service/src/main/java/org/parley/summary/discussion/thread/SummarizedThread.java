package org.parley.summary.discussion.thread;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread of the forum, without its posts.
 *
 * @param id the thread's id
 * @param slug the readable part of its URL
 * @param title its title
 * @param category its category
 * @param author its author
 * @param status its status
 * @param version grows with every change
 */
@Document("threads")
public record SummarizedThread(@Id String id, String slug, String title, CategoryReferenceEventData category,
		SummaryPerson author, SummarizedThreadStatus status, long version) {

	public ThreadReferenceEventData reference() {
		return new ThreadReferenceEventData(this.id, this.slug, this.title, this.category, this.author);
	}

	/** Whether the thread can have a summary. */
	public boolean isShown() {
		return this.status.isShown();
	}

}
