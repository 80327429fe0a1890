package org.parley.realtime.event;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;

import org.springframework.scheduling.annotation.Scheduled;

/** Hears how votes stand. */
abstract class LiveVoteListener {

	@EventHandler("votes.changed")
	void on(VotesChangedData told, EventEnvelope event) {
		hear(told.id(), new LiveEvent("vote-updated", event.id(), event.type(), told.threadId(), "votes:" + told.id(),
				told.live()));
	}

	abstract void hear(String target, LiveEvent event);

	static String roomOf(LiveEvent event) {
		return Rooms.ofThread(String.valueOf(event.threadId()));
	}

	/**
	 * Tells the sockets of this instance. However many come, a room hears four times a
	 * second of a post, and only how it stands then.
	 */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveVoteListener {

		private final RoomBroadcaster roomBroadcaster;

		private final Map<String, LiveEvent> waiting = new ConcurrentHashMap<>();

		Live(RoomBroadcaster roomBroadcaster) {
			this.roomBroadcaster = roomBroadcaster;
		}

		@Override
		void hear(String target, LiveEvent event) {
			this.waiting.put(target, event);
		}

		@Scheduled(fixedDelayString = "${parley.realtime.votes.pause:250ms}")
		void tell() {
			List.copyOf(this.waiting.entrySet()).forEach((entry) -> {
				if (this.waiting.remove(entry.getKey(), entry.getValue())) {
					this.roomBroadcaster.tell(roomOf(entry.getValue()), entry.getValue());
				}
			});
		}

	}

	/**
	 * Writes the latest votes of each post into the log, for what an instance may have
	 * missed. Sockets receive them from the live listeners, at their pace.
	 */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveVoteListener {

		private final ReplayRecorder recorder;

		Recorded(ReplayRecorder recorder) {
			this.recorder = recorder;
		}

		@Override
		void hear(String target, LiveEvent event) {
			this.recorder.fold(roomOf(event), event);
		}

	}

}
