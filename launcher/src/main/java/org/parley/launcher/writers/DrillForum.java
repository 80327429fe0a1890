package org.parley.launcher.writers;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.writers.write.StartThreadWrite;

/**
 * Where a drill takes place: threads of its own, of which a few are hot.
 *
 * @param cast who writes
 * @param doors where one can write to: the gateway, and instances behind it
 * @param topics the hot ones first
 * @param ledger where it is written down
 */
public record DrillForum(DrillUsers cast, List<GatewayClient> doors, List<DrillThread> topics, Ledger ledger) {

	private static final int HOT = 3;

	public DrillForum {
		doors = List.copyOf(doors);
		topics = List.copyOf(topics);
	}

	/**
	 * Starts the threads; they are the first writes of the ledger.
	 * @param more doors beside the gateway
	 * @param topics how many threads
	 */
	public static DrillForum open(DrillUsers cast, List<GatewayClient> more, int topics) {
		var ledger = new Ledger();
		var starting = new StartThreadWrite(cast, ledger);
		var doors = Stream.concat(Stream.of(cast.gateway()), more.stream()).toList();
		return new DrillForum(cast, doors, IntStream.range(0, topics).mapToObj((_) -> starting.start()).toList(),
				ledger);
	}

	/** The ids of the threads. */
	public List<String> threads() {
		return this.topics.stream().map(DrillThread::id).toList();
	}

	/** Any door. */
	public GatewayClient door(RandomGenerator random) {
		return this.doors.get(random.nextInt(this.doors.size()));
	}

	/** Any thread: a hot one half of the time. */
	public DrillThread any(RandomGenerator random) {
		return random.nextBoolean() ? this.topics.get(random.nextInt(HOT)) : quiet(random);
	}

	/** A thread that is not hot. */
	public DrillThread quiet(RandomGenerator random) {
		return this.topics.get(random.nextInt(HOT, this.topics.size()));
	}

}
