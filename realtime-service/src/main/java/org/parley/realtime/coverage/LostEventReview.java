package org.parley.realtime.coverage;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.parley.contracts.realtime.ReplayMarked;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.inbox.InstanceEventLost;
import org.parley.realtime.task.Pause;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reviews rights, and sends members what they missed, after this instance could not
 * handle events of its own queue. The shared queue waits for the end of such an outage: a
 * mark that it has handled shows that it has stored those events.
 */
@Component
class LostEventReview implements DisposableBean {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final CoverageMarks coverageMarks;

	private final Coverage coverage;

	private final AtomicBoolean waiting = new AtomicBoolean();

	private volatile boolean stopped;

	LostEventReview(CoverageMarks coverageMarks, Coverage coverage) {
		this.coverageMarks = coverageMarks;
		this.coverage = coverage;
	}

	/** An outage loses many events, of which one review makes up for. */
	@EventListener(InstanceEventLost.class)
	void onLost() {
		if (this.waiting.compareAndSet(false, true)) {
			Thread.ofVirtual().name("lost-events").start(this::review);
		}
	}

	@Override
	public void destroy() {
		this.stopped = true;
	}

	private void review() {
		Pause.of(PAUSE);
		this.waiting.set(false);
		var round = Ids.next();
		while (!this.stopped && !isStored(round)) {
			this.coverageMarks.send(new ReplayMarked(round, 1));
			Pause.of(PAUSE);
		}
		while (!this.stopped && !this.coverage.announceRestored()) {
			Pause.of(PAUSE);
		}
	}

	/** Without Redis there are neither marks nor a log. */
	private boolean isStored(String round) {
		return this.coverageMarks.recorded(round).orElse(1) > 0;
	}

}
