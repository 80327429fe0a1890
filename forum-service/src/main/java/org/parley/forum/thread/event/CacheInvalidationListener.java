package org.parley.forum.thread.event;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryTouched;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Consumes the forum's own events and invalidates the caches again, unless this instance
 * knows that it did so after the commit. Another instance may have crashed before.
 */
@EventConsumer(value = "forum_cache", repeatable = true)
class CacheInvalidationListener {

	private final CommittedEvents committedEvents;

	private final ApplicationEventPublisher publisher;

	CacheInvalidationListener(CommittedEvents committedEvents, ApplicationEventPublisher publisher) {
		this.committedEvents = committedEvents;
		this.publisher = publisher;
	}

	@EventHandler({ "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.moved", "thread.hidden", "thread.archived", "thread.removed", "thread.restored",
			"post.created", "answer.accepted", "answer.withdrawn", "post.edited", "post.removed", "post.restored",
			"post.status-changed", "votes.changed" })
	void onThread(JsonNode data, EventEnvelope event) {
		if (!this.committedEvents.contains(event.id())) {
			this.publisher.publishEvent(new ThreadsTouched(event.partitionkey()));
		}
	}

	@EventHandler({ "thread.split", "thread.merged", "post.moved" })
	void onRelocation(Relocation data, EventEnvelope event) {
		var others = Stream.of(data.from(), data.into()).flatMap(Stream::ofNullable).map(ThreadId::id);
		this.publisher.publishEvent(new ThreadsTouched(
				Stream.concat(Stream.of(event.partitionkey()), others).collect(Collectors.toUnmodifiableSet())));
	}

	@EventHandler({ "category.created", "category.changed", "category.removed" })
	void onCategory(JsonNode data) {
		this.publisher.publishEvent(new CategoryTouched());
	}

	/**
	 * The threads that an event about moved posts names besides its subject.
	 *
	 * @param from the previous thread; absent if it is the subject
	 * @param into the new thread; absent if it is the subject
	 */
	record Relocation(@Nullable ThreadId from, @Nullable ThreadId into) {
	}

	/**
	 * A reference to a thread.
	 *
	 * @param id the thread's id
	 */
	record ThreadId(String id) {
	}

}
