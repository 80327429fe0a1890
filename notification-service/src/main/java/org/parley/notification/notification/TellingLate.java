package org.parley.notification.notification;

import java.time.Duration;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Role;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Looks again at what could not be decided. */
@Component
class TellingLate implements ClusterLoop.Work {

	private static final int BATCH = 50;

	private final LateNews late;

	private final Telling telling;

	private final UnitOfWork work;

	private final Role role;

	TellingLate(LateNews late, Telling telling, UnitOfWork work, Role role) {
		this.late = late;
		this.telling = telling;
		this.work = work;
		this.role = role;
	}

	@Override
	public boolean waits() {
		return this.role.works() && this.late.areDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.late.due(BATCH);
		due.forEach((late) -> this.work.run(() -> look(late)));
		return due.size() == BATCH;
	}

	private boolean look(LateRecord late) {
		if (!this.late.isKept(late)) {
			return false;
		}
		if (this.telling.told(late.recipient(), late.news())) {
			this.late.remove(late);
			return true;
		}
		this.late.postpone(late);
		return false;
	}

	@Override
	public Duration poll() {
		return Duration.ofSeconds(1);
	}

}
