package org.parley.summary.discussion;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread without its posts.
 *
 * @param id the thread's id
 * @param slug its readable part of an address
 * @param title its title
 * @param category where it is
 * @param author who started it
 * @param status what became of it
 * @param version grows with every change
 */
@Document("threads")
public record SummarizedThread(@Id String id, String slug, String title, CategoryReferenceEventData category,
		SummaryPerson author, SummarizedThreadStatus status, long version) {

	/** As events name it. */
	public ThreadReferenceEventData reference() {
		return new ThreadReferenceEventData(this.id, this.slug, this.title, this.category, this.author);
	}

	/** Whether there may be a summary of it. */
	public boolean isShown() {
		return this.status.isShown();
	}

}
