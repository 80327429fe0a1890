package org.parley.forum.thread;

import org.parley.forum.tally.Folded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Passes on that counters of threads have new values. */
@Component
class FoldedListener {

	private final ThreadNews news;

	FoldedListener(ThreadNews news) {
		this.news = news;
	}

	@EventListener
	void on(Folded folded) {
		folded.threadIds().forEach(this.news::touch);
	}

}
