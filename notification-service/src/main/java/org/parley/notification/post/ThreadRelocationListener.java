package org.parley.notification.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears where threads go, and follows with what was told of them. */
@EventConsumer("notifications")
class ThreadRelocationListener {

	private final HeardPosts heardPosts;

	private final RelocateThreadNotifications relocateThreadNotifications;

	ThreadRelocationListener(HeardPosts heardPosts, RelocateThreadNotifications relocateThreadNotifications) {
		this.heardPosts = heardPosts;
		this.relocateThreadNotifications = relocateThreadNotifications;
	}

	@EventHandler({ "thread.moved", "thread.hidden", "thread.removed", "thread.restored" })
	void on(Moved moved) {
		var thread = moved.thread();
		if (this.heardPosts.learn(thread.id(), thread.title(), thread.category().id(), thread.status().isGone(),
				thread.version())) {
			follow(thread.id());
		}
	}

	@EventHandler("thread.merged")
	void on(Merged merged) {
		var thread = merged.thread();
		if (this.heardPosts.learnMerged(thread.id(), thread.title(), thread.version(), merged.into().place())) {
			follow(thread.id());
		}
	}

	private void follow(String threadId) {
		this.heardPosts.thread(threadId).ifPresent(this.relocateThreadNotifications::follow);
	}

	/** A thread is part of another. */
	record Merged(Subject thread, HeardPostEventData.Where into) {
	}

	/** A thread is elsewhere, gone, or back. */
	record Moved(Subject thread) {
	}

	/** The thread as it is now. */
	record Subject(String id, String title, HeardPostEventData.Category category, Status status, long version) {
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
