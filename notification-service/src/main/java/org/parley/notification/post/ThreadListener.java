package org.parley.notification.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.parley.notification.notification.Placing;
import org.parley.notification.round.Rounds;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears where threads go, and follows with what was told of them. */
@Listens("notifications")
class ThreadListener {

	private final Posts posts;

	private final Placing placing;

	private final Rounds rounds;

	ThreadListener(Posts posts, Placing placing, Rounds rounds) {
		this.posts = posts;
		this.placing = placing;
		this.rounds = rounds;
	}

	@Hears({ "thread.moved", "thread.hidden", "thread.removed", "thread.restored" })
	void on(Moved moved) {
		var thread = moved.thread();
		if (this.posts.learn(thread.id(), thread.title(), thread.category().id(), thread.status().isGone(),
				thread.version())) {
			follow(thread);
		}
	}

	private void follow(Subject thread) {
		if (thread.status().isGone()) {
			this.rounds.forgetThread(thread.id());
			this.placing.remove(thread.id());
		}
		else {
			this.rounds.move(thread.id(), thread.category().id());
			this.placing.move(thread.id(), thread.category().id());
		}
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
