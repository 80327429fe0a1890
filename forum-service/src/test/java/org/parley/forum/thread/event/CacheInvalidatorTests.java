package org.parley.forum.thread.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.bson.BsonTimestamp;
import org.junit.jupiter.api.Test;
import org.parley.forum.category.CategoryTouched;
import org.parley.platform.messaging.outbox.OutboxRecord;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CacheInvalidatorTests {

	private final List<Object> published = new ArrayList<>();

	private final CommittedEvents committedEvents = new CommittedEvents();

	private final CacheInvalidator invalidator = new CacheInvalidator(this.committedEvents, this.published::add,
			new JsonMapper());

	@Test
	void eventsOfOtherInstanceInvalidateTheirThreadsTogether() {
		this.invalidator.relayed(List.of(event("1", "post.created", "a"), event("2", "votes.changed", "b")));
		assertThat(this.published).containsExactly(new ThreadsTouched(Set.of("a", "b")));
	}

	@Test
	void eventWhoseCommitThisInstanceHasCompletedInvalidatesNothing() {
		this.committedEvents.committed("1");
		this.invalidator.relayed(List.of(event("1", "post.created", "a")));
		assertThat(this.published).isEmpty();
	}

	@Test
	void movedPostInvalidatesBothThreads() {
		var moved = new JsonMapper().readTree(EventContract.example("post.moved"));
		this.invalidator.relayed(List.of(event("1", "post.moved", "a")));
		assertThat(this.published)
			.containsExactly(new ThreadsTouched(Set.of("a", moved.at("/data/from/id").stringValue())));
	}

	@Test
	void categoryInvalidatesAllLists() {
		this.invalidator.relayed(List.of(event("1", "category.changed", "c")));
		assertThat(this.published).containsExactly(new CategoryTouched());
	}

	@Test
	void otherEventsInvalidateNothing() {
		this.invalidator.relayed(List.of(event("1", "report.created", "a")));
		assertThat(this.published).isEmpty();
	}

	private static OutboxRecord event(String id, String type, String key) {
		var envelope = type.startsWith("report") ? "{}" : EventContract.example(type);
		return new OutboxRecord(id, new BsonTimestamp(), 0, key, type, Instant.EPOCH, envelope,
				OutboxRecord.State.WAITING, 0, null, null);
	}

}
