package org.parley.forum.counter;

import org.bson.Document;

/**
 * A thread or a post that has counters. Votes are those of posts; a thread shows those of
 * its opening post.
 *
 * @param kind thread or post
 * @param targetId the id of the thread or post
 * @param number the post's number; 1 for a thread
 */
public record CounterTarget(Kind kind, String targetId, String threadId, int number, String authorId) {

	public static CounterTarget ofThread(String threadId, String authorId) {
		return new CounterTarget(Kind.THREAD, threadId, threadId, 1, authorId);
	}

	/**
	 * Returns this target with its current thread, as a post may have been moved.
	 * @param current the target's document
	 */
	CounterTarget locatedIn(Document current) {
		return (this.kind == Kind.POST) ? new CounterTarget(this.kind, this.targetId, current.getString("threadId"),
				current.getInteger("number"), this.authorId) : this;
	}

	/** The kind of a target, with its collection. */
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
