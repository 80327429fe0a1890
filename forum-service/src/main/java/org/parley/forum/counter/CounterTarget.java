package org.parley.forum.counter;

import org.bson.Document;

/**
 * A thread or a post, as far as counting needs to know it.
 *
 * @param kind which of the two
 * @param targetId its id
 * @param threadId the thread's id
 * @param number the post's number; 1 for a thread
 * @param authorId who wrote it
 */
public record CounterTarget(Kind kind, String targetId, String threadId, int number, String authorId) {

	/** The same where it is now: a post may have gone elsewhere since. */
	CounterTarget where(Document now) {
		return (this.kind == Kind.POST) ? new CounterTarget(this.kind, this.targetId, now.getString("threadId"),
				now.getInteger("number"), this.authorId) : this;
	}

	/** What is counted, and where its document is. */
	public enum Kind {

		THREAD("threads"), POST("posts");

		private final String collection;

		Kind(String collection) {
			this.collection = collection;
		}

		String collection() {
			return this.collection;
		}

	}

}
