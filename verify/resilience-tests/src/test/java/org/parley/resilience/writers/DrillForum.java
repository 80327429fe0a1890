package org.parley.resilience.writers;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.writers.write.StartThreadWrite;

/**
 * The threads that a drill writes to; half of the writes go to a few of them.
 *
 * @param users the writing users
 * @param clients clients of the gateway and of instances behind it
 * @param topics the threads; the busy ones first
 * @param ledger records the writes
 */
public record DrillForum(DrillUsers users, List<GatewayClient> clients, List<DrillThread> topics, Ledger ledger) {

	private static final int BUSY_THREADS = 3;

	public DrillForum {
		clients = List.copyOf(clients);
		topics = List.copyOf(topics);
	}

	/**
	 * Creates the threads, which are the first entries of the ledger.
	 * @param more additional clients besides the gateway's
	 * @param topics number of threads
	 */
	public static DrillForum open(DrillUsers users, List<GatewayClient> more, int topics) {
		var ledger = new Ledger();
		var starting = new StartThreadWrite(users, ledger);
		var clients = Stream.concat(Stream.of(users.gateway()), more.stream()).toList();
		return new DrillForum(users, clients, IntStream.range(0, topics).mapToObj((_) -> starting.start()).toList(),
				ledger);
	}

	/** Returns the ids of the threads. */
	public List<String> threads() {
		return this.topics.stream().map(DrillThread::id).toList();
	}

	/** Returns a random client. */
	public GatewayClient client(RandomGenerator random) {
		return this.clients.get(random.nextInt(this.clients.size()));
	}

	/** Returns a random thread, in half of the cases a busy one. */
	public DrillThread any(RandomGenerator random) {
		return random.nextBoolean() ? this.topics.get(random.nextInt(BUSY_THREADS)) : quiet(random);
	}

	/** Checks whether a thread is one of those that get half of the writes. */
	public boolean isBusy(DrillThread drillThread) {
		return this.topics.subList(0, BUSY_THREADS).contains(drillThread);
	}

	/** Returns a random thread that is not busy. */
	public DrillThread quiet(RandomGenerator random) {
		return this.topics.get(random.nextInt(BUSY_THREADS, this.topics.size()));
	}

}
