package org.parley.forum.thread.event;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.platform.messaging.outbox.CommitListener;

import org.springframework.stereotype.Component;

/**
 * The events that this instance has committed recently, after the effects of their
 * commits: its caches and those of the other instances know these changes.
 */
@Component
class CommittedEvents implements CommitListener {

	/** Much longer than an event takes to return by its queue. */
	private static final Duration LIFETIME = Duration.ofMinutes(1);

	private final Cache<String, Boolean> ids = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(LIFETIME)
		.build();

	@Override
	public void committed(String eventId) {
		this.ids.put(eventId, true);
	}

	boolean contains(String eventId) {
		return this.ids.getIfPresent(eventId) != null;
	}

}
