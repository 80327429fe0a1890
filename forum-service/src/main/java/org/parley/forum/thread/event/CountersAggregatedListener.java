package org.parley.forum.thread.event;

import org.parley.forum.counter.CountersFolded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes {@link ThreadsTouched} for threads with new counter values. */
@Component
class CountersFoldedListener {

	private final ThreadEventPublisher events;

	CountersFoldedListener(ThreadEventPublisher events) {
		this.events = events;
	}

	@EventListener
	void on(CountersFolded countersFolded) {
		this.events.touch(countersFolded.threadIds());
	}

}
