package org.parley.forum.thread.event;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.forum.category.CategoryTouched;
import org.parley.platform.messaging.outbox.OutboxRecord;
import org.parley.platform.messaging.outbox.RelayListener;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Invalidates the caches when events are sent, unless this instance knows that it did so
 * after the commit. The instance that committed them may have crashed before.
 */
@Component
class CacheInvalidator implements RelayListener {

	private static final Set<String> CATEGORY_EVENTS = Set.of("category.created", "category.changed",
			"category.removed");

	private static final Set<String> THREAD_EVENTS = Set.of("thread.created", "thread.edited", "thread.locked",
			"thread.unlocked", "thread.pinned", "thread.unpinned", "thread.moved", "thread.hidden", "thread.archived",
			"thread.removed", "thread.restored", "post.created", "answer.accepted", "answer.withdrawn", "post.edited",
			"post.removed", "post.restored", "post.status-changed", "votes.changed");

	private static final Set<String> TWO_THREAD_EVENTS = Set.of("thread.split", "thread.merged", "post.moved");

	private final CommittedEvents committedEvents;

	private final ApplicationEventPublisher publisher;

	private final JsonMapper json;

	CacheInvalidator(CommittedEvents committedEvents, ApplicationEventPublisher publisher, JsonMapper json) {
		this.committedEvents = committedEvents;
		this.publisher = publisher;
		this.json = json;
	}

	@Override
	public void relayed(List<OutboxRecord> events) {
		var threads = events.stream().flatMap(this::threads).collect(Collectors.toUnmodifiableSet());
		if (!threads.isEmpty()) {
			this.publisher.publishEvent(new ThreadsTouched(threads));
		}
		if (events.stream().map(OutboxRecord::type).anyMatch(CATEGORY_EVENTS::contains)) {
			this.publisher.publishEvent(new CategoryTouched());
		}
	}

	private Stream<String> threads(OutboxRecord event) {
		if (TWO_THREAD_EVENTS.contains(event.type())) {
			return Stream.concat(Stream.of(event.partitionKey()), others(event));
		}
		return (THREAD_EVENTS.contains(event.type()) && !this.committedEvents.contains(event.id()))
				? Stream.of(event.partitionKey()) : Stream.empty();
	}

	/** The event names the previous or the new thread unless it is its key. */
	private Stream<String> others(OutboxRecord event) {
		var data = this.json.readTree(event.envelope()).path("data");
		return Stream.of("from", "into")
			.map((name) -> data.path(name).path("id").asString(""))
			.filter((id) -> !id.isEmpty());
	}

}
