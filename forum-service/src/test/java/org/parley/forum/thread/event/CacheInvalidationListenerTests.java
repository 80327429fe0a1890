package org.parley.forum.thread.event;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CacheInvalidationListenerTests {

	private final List<Object> published = new ArrayList<>();

	private final CommittedEvents committedEvents = new CommittedEvents();

	private final CacheInvalidationListener listener = new CacheInvalidationListener(this.committedEvents,
			this.published::add);

	private final EventEnvelope event = new JsonMapper().readValue(EventContract.example("post.created"),
			EventEnvelope.class);

	@Test
	void eventOfOtherInstanceInvalidatesThread() {
		this.listener.onThread(this.event.data(), this.event);
		assertThat(this.published).containsExactly(new ThreadsTouched(this.event.partitionkey()));
	}

	@Test
	void eventWhoseCommitThisInstanceHasCompletedInvalidatesNothing() {
		this.committedEvents.committed(this.event.id());
		this.listener.onThread(this.event.data(), this.event);
		assertThat(this.published).isEmpty();
	}

}
