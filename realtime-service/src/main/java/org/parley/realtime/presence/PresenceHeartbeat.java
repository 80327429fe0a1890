package org.parley.realtime.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.parley.realtime.session.SocketIdentified;
import org.parley.realtime.task.DueTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Refreshes the visible people of this instance, and announces all changes that it is the
 * first to notice. It rests while nobody is connected to any instance. Without Redis
 * nothing is known and nothing announced.
 */
@Component
class PresenceHeartbeat {

	/** The safety net for news of other instances that were lost. */
	private static final Duration REST = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(PresenceHeartbeat.class);

	private final PresentPeople presentPeople;

	private final PresencePreferences preferences;

	private final PresenceStore presenceStore;

	private final AnnouncePresence announcePresence;

	private final PresenceSettings settings;

	private final TaskScheduler scheduler;

	private final DueTask dueTask;

	private final AtomicBoolean failing = new AtomicBoolean();

	PresenceHeartbeat(PresentPeople presentPeople, PresencePreferences preferences, PresenceStore presenceStore,
			AnnouncePresence announcePresence, PresenceSettings settings, TaskScheduler scheduler) {
		this.presentPeople = presentPeople;
		this.preferences = preferences;
		this.presenceStore = presenceStore;
		this.announcePresence = announcePresence;
		this.settings = settings;
		this.scheduler = scheduler;
		this.dueTask = new DueTask(scheduler, this::beat);
	}

	@EventListener
	void on(SocketIdentified identified) {
		if (identified.identity().showsPresence()) {
			wake();
		}
	}

	/** Ends the rest, because somebody may be connected to an instance. */
	@EventListener(ContextRefreshedEvent.class)
	void wake() {
		this.dueTask.runBy(now().plus(this.settings.beat()));
	}

	private Optional<Instant> beat() {
		var pause = refreshAndExpire() ? this.settings.beat() : REST;
		return Optional.of(now().plus(pause));
	}

	private Instant now() {
		return this.scheduler.getClock().instant();
	}

	/** Beats; returns whether the next beat may have something to do. */
	private boolean refreshAndExpire() {
		try {
			var people = this.presentPeople.find();
			var isHere = !people.isEmpty();
			people.keySet().retainAll(this.preferences.visibleAmong(people.keySet()));
			var changes = new ArrayList<>(this.presenceStore.refresh(people));
			changes.addAll(this.presenceStore.expire());
			changes.forEach(this.announcePresence::announce);
			this.failing.set(false);
			return isHere || this.presenceStore.hasConnected();
		}
		catch (DataAccessException ex) {
			if (this.failing.compareAndSet(false, true)) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("Redis is unavailable; presence is unknown");
			}
			return true;
		}
	}

}
