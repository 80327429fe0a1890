package org.parley.notification.notification;

import java.time.Duration;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Role;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Looks again at what could not be decided. */
@Component
class TellingLate implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(TellingLate.class);

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
		due.forEach(this::lookQuietly);
		return due.size() == BATCH;
	}

	/** What cannot be told holds up nothing else; should that fail too, all wait. */
	private void lookQuietly(LateRecord late) {
		try {
			this.work.run(() -> look(late));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Late news cannot be told now");
			this.late.postpone(late);
		}
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
