package org.parley.realtime.presence;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refreshes the visible people of this instance, and announces all changes that it is the
 * first to notice. Without Redis nothing is known and nothing announced.
 */
@Component
class PresenceHeartbeat {

	private static final Logger log = LoggerFactory.getLogger(PresenceHeartbeat.class);

	private final PresentPeople presentPeople;

	private final PresencePreferences preferences;

	private final PresenceStore presenceStore;

	private final AnnouncePresence announcePresence;

	private final AtomicBoolean failing = new AtomicBoolean();

	PresenceHeartbeat(PresentPeople presentPeople, PresencePreferences preferences, PresenceStore presenceStore,
			AnnouncePresence announcePresence) {
		this.presentPeople = presentPeople;
		this.preferences = preferences;
		this.presenceStore = presenceStore;
		this.announcePresence = announcePresence;
	}

	@Scheduled(fixedDelayString = "${parley.realtime.presence.beat:2s}")
	void beat() {
		try {
			var people = this.presentPeople.find();
			people.keySet().retainAll(this.preferences.visibleAmong(people.keySet()));
			var changes = new ArrayList<>(this.presenceStore.refresh(people));
			changes.addAll(this.presenceStore.expire());
			changes.forEach(this.announcePresence::announce);
			this.failing.set(false);
		}
		catch (DataAccessException ex) {
			if (this.failing.compareAndSet(false, true)) {
				log.atWarn().addKeyValue("cause", ex.toString()).log("Redis is unavailable; presence is unknown");
			}
		}
	}

}
