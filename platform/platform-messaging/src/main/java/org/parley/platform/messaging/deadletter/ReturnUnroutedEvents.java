package org.parley.platform.messaging.deadletter;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.parley.platform.mongo.cluster.ClusterLoop;

/**
 * Replays letters that had no handler as soon as this version has one. During an upgrade,
 * old instances move events of new types to the dead-letter queue; until the last one
 * stops, such an event may return there once per poll.
 */
class ReturnUnroutedEvents implements ClusterLoop.Work {

	private static final Duration POLL = Duration.ofSeconds(30);

	private static final Duration POLL_ALONE = Duration.ofSeconds(60);

	private static final int PAGE = 100;

	private final DeadLetters letters;

	private final ReplayDeadLetters replayDeadLetters;

	private final Map<String, Set<String>> typesByQueue;

	ReturnUnroutedEvents(DeadLetters letters, ReplayDeadLetters replayDeadLetters,
			Map<String, Set<String>> typesByQueue) {
		this.letters = letters;
		this.replayDeadLetters = replayDeadLetters;
		this.typesByQueue = Map.copyOf(typesByQueue);
	}

	@Override
	public boolean waits() {
		var oldest = this.replayDeadLetters.oldest();
		return this.typesByQueue.entrySet()
			.stream()
			.anyMatch((queue) -> this.letters.hasUnheard(queue.getKey(), queue.getValue(), oldest));
	}

	@Override
	public boolean doBatch() {
		var oldest = this.replayDeadLetters.oldest();
		this.typesByQueue.forEach((queue, types) -> this.replayDeadLetters.replay(queue,
				this.letters.findUnheard(queue, types, oldest, PAGE)));
		return false;
	}

	@Override
	public Duration poll() {
		return POLL;
	}

	@Override
	public Duration pollAlone() {
		return POLL_ALONE;
	}

}
