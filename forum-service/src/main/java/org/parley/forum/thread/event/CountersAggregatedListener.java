package org.parley.forum.thread.event;

import org.parley.forum.counter.CountersAggregated;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes {@link ThreadsTouched} for threads with new counter values. */
@Component
class CountersAggregatedListener {

	private final ThreadEventPublisher events;

	CountersAggregatedListener(ThreadEventPublisher events) {
		this.events = events;
	}

	@EventListener
	void on(CountersAggregated countersAggregated) {
		this.events.touch(countersAggregated.threadIds());
	}

}
