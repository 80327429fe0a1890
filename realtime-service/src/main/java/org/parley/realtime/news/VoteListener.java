package org.parley.realtime.news;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.Rooms;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Hears how votes stand. However many come, a room hears four times a second of a post,
 * and only how it stands then.
 */
@Listens(value = "realtime", repeatable = true)
class VoteListener {

	private final Broadcasting broadcasting;

	private final Map<String, LiveEvent> waiting = new ConcurrentHashMap<>();

	VoteListener(Broadcasting broadcasting) {
		this.broadcasting = broadcasting;
	}

	@Hears("votes.changed")
	void on(ChangedVotes told, EventEnvelope event) {
		this.waiting.put(told.id(),
				new LiveEvent("vote-updated", event.id(), event.type(), told.threadId(), told.id(), told.live()));
	}

	@Scheduled(fixedDelayString = "${parley.realtime.votes.pause:250ms}")
	void tell() {
		List.copyOf(this.waiting.entrySet()).forEach((entry) -> {
			if (this.waiting.remove(entry.getKey(), entry.getValue())) {
				var event = entry.getValue();
				this.broadcasting.tell(Rooms.ofThread(String.valueOf(event.threadId())), event);
			}
		});
	}

}
