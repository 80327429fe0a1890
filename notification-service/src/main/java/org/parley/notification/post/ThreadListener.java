package org.parley.notification.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears where threads go, and follows with what was told of them. */
@Listens("notifications")
class ThreadListener {

	private final Posts posts;

	private final Following following;

	ThreadListener(Posts posts, Following following) {
		this.posts = posts;
		this.following = following;
	}

	@Hears({ "thread.moved", "thread.hidden", "thread.removed", "thread.restored" })
	void on(Moved moved) {
		var thread = moved.thread();
		if (this.posts.learn(thread.id(), thread.title(), thread.category().id(), thread.status().isGone(),
				thread.version())) {
			follow(thread.id());
		}
	}

	@Hears("thread.merged")
	void on(Merged merged) {
		var thread = merged.thread();
		if (this.posts.learnMerged(thread.id(), thread.title(), thread.version(), merged.into().place())) {
			follow(thread.id());
		}
	}

	private void follow(String threadId) {
		this.posts.thread(threadId).ifPresent(this.following::follow);
	}

	/** A thread is part of another. */
	record Merged(Subject thread, HeardPost.Where into) {
	}

	/** A thread is elsewhere, gone, or back. */
	record Moved(Subject thread) {
	}

	/** The thread as it is now. */
	record Subject(String id, String title, HeardPost.Category category, Status status, long version) {
	}

	/** Who sees a thread. */
	enum Status {

		@JsonProperty("open")
		OPEN, @JsonProperty("locked")
		LOCKED, @JsonProperty("archived")
		ARCHIVED, @JsonProperty("hidden")
		HIDDEN, @JsonProperty("removed")
		REMOVED;

		boolean isGone() {
			return this == HIDDEN || this == REMOVED;
		}

	}

}
