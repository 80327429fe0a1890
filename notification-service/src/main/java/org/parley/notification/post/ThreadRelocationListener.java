package org.parley.notification.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes moves and removals of threads, and relocates their notifications. */
@EventConsumer("notifications")
class ThreadRelocationListener {

	private final KnownPosts knownPosts;

	private final RelocateThreadNotifications relocateThreadNotifications;

	ThreadRelocationListener(KnownPosts knownPosts, RelocateThreadNotifications relocateThreadNotifications) {
		this.knownPosts = knownPosts;
		this.relocateThreadNotifications = relocateThreadNotifications;
	}

	@EventHandler({ "thread.moved", "thread.hidden", "thread.removed", "thread.restored" })
	void on(Moved moved) {
		this.knownPosts.saveThreadIfNewer(moved.thread(), null).ifPresent(this.relocateThreadNotifications::relocate);
	}

	@EventHandler("thread.merged")
	void on(Merged merged) {
		this.knownPosts.saveThreadIfNewer(merged.thread(), merged.into().place())
			.ifPresent(this.relocateThreadNotifications::relocate);
	}

	/** A thread that was merged into another. */
	record Merged(Subject thread, PostNotificationEventData.ThreadState into) {
	}

	/** A thread that was moved, hidden, removed or restored. */
	record Moved(Subject thread) {
	}

	/** The current state of the thread. */
	record Subject(String id, String title, PostNotificationEventData.Category category, Status status, long version) {
	}

	/** The status of a thread. */
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
