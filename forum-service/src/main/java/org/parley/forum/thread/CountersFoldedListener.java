package org.parley.forum.thread;

import org.parley.forum.counter.CountersFolded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Passes on that counters of threads have new values. */
@Component
class CountersFoldedListener {

	private final ThreadNews news;

	CountersFoldedListener(ThreadNews news) {
		this.news = news;
	}

	@EventListener
	void on(CountersFolded countersFolded) {
		countersFolded.threadIds().forEach(this.news::touch);
	}

}
