package org.parley.realtime.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.parley.contracts.forum.post.VotesChanged;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.TaskScheduler;

/** Publishes vote scores. */
abstract class LiveVoteListener {

	@EventHandler("votes.changed")
	void onChanged(VotesChanged event, EventEnvelope envelope) {
		publish(event.id(), new LiveEvent("vote-updated", envelope.id(), envelope.type(),
				RoomKind.THREAD.room(event.threadId()), "votes:" + event.id(), LiveVotes.of(event)));
	}

	abstract void publish(String target, LiveEvent event);

	/**
	 * The payload that clients receive.
	 *
	 * @param id id of the thread or post
	 * @param threadId the thread that contains it
	 * @param target {@code thread} or {@code post}
	 * @param number number of the post; 1 for a thread
	 * @param voteScore votes up minus votes down
	 * @param version version of the votes alone
	 */
	private record LiveVotes(String id, String threadId, String target, int number, int voteScore, long version) {

		static LiveVotes of(VotesChanged votes) {
			return new LiveVotes(votes.id(), votes.threadId(), votes.target(), votes.number(), votes.score(),
					votes.version());
		}

	}

	static String roomOf(LiveEvent event) {
		return String.valueOf(event.room());
	}

	/**
	 * Publishes to the sockets of this instance. Each post's latest score is published at
	 * most once per {@code parley.realtime.votes.pause}.
	 */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveVoteListener {

		private final RoomBroadcaster roomBroadcaster;

		private final TaskScheduler scheduler;

		private final Duration pause;

		private final Map<String, LiveEvent> waiting = new ConcurrentHashMap<>();

		private final AtomicBoolean scheduled = new AtomicBoolean();

		Live(RoomBroadcaster roomBroadcaster, TaskScheduler scheduler,
				@Value("${parley.realtime.votes.pause:250ms}") Duration pause) {
			this.roomBroadcaster = roomBroadcaster;
			this.scheduler = scheduler;
			this.pause = pause;
		}

		@Override
		void publish(String target, LiveEvent event) {
			this.waiting.put(target, event);
			if (this.scheduled.compareAndSet(false, true)) {
				var _ = this.scheduler.schedule(this::publishWaiting,
						this.scheduler.getClock().instant().plus(this.pause));
			}
		}

		/** Votes that arrive from here on schedule the next run. */
		private void publishWaiting() {
			this.scheduled.set(false);
			List.copyOf(this.waiting.entrySet()).forEach((entry) -> {
				if (this.waiting.remove(entry.getKey(), entry.getValue())) {
					this.roomBroadcaster.publish(roomOf(entry.getValue()), entry.getValue());
				}
			});
		}

	}

	/**
	 * Records the latest votes of each post in the replay log. Sockets receive them from
	 * the live listeners, at their pace.
	 */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveVoteListener {

		private final ReplayRecorder recorder;

		Recorded(ReplayRecorder recorder) {
			this.recorder = recorder;
		}

		@Override
		void publish(String target, LiveEvent event) {
			this.recorder.fold(roomOf(event), event);
		}

	}

}
