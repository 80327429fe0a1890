package org.parley.forum.thread;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryTouched;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Hears what the forum itself has said, and makes old what its caches hold of it: whoever
 * made the change has done so already, if they lived long enough.
 */
@EventConsumer(value = "forum_cache", repeatable = true)
class CacheInvalidationListener {

	private final ApplicationEventPublisher publisher;

	CacheInvalidationListener(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@EventHandler({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.moved", "thread.hidden", "thread.archived", "thread.removed", "thread.restored",
			"post.created", "answer.accepted", "answer.withdrawn", "post.edited", "post.removed", "post.restored",
			"post.status-changed", "votes.changed" })
	void onThread(JsonNode data, EventEnvelope event) {
		this.publisher.publishEvent(new ThreadTouched(event.partitionkey()));
	}

	/** What was there before the change, and what is there after it. */
	@EventHandler({ "thread.split", "thread.merged", "post.moved" })
	void onRelocation(Relocation data, EventEnvelope event) {
		this.publisher.publishEvent(new ThreadTouched(event.partitionkey()));
		Stream.of(data.from(), data.into())
			.flatMap(Stream::ofNullable)
			.forEach((other) -> this.publisher.publishEvent(new ThreadTouched(other.id())));
	}

	@EventHandler({ "category.created", "category.changed", "category.removed" })
	void onCategory(JsonNode data) {
		this.publisher.publishEvent(new CategoryTouched());
	}

	/**
	 * What became of posts that moved.
	 *
	 * @param from where they were, unless the event is about that
	 * @param into where they are, unless the event is about that
	 */
	record Relocation(@Nullable Which from, @Nullable Which into) {
	}

	/**
	 * Names a thread.
	 *
	 * @param id the thread's id
	 */
	record Which(String id) {
	}

}
