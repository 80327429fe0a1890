package org.parley.resilience.writers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.parley.resilience.writers.write.AppointModeratorWrite;
import org.parley.resilience.writers.write.CastVoteWrite;
import org.parley.resilience.writers.write.EditThreadWrite;
import org.parley.resilience.writers.write.LockThreadWrite;
import org.parley.resilience.writers.write.RegisterUserWrite;
import org.parley.resilience.writers.write.ReplyWrite;

import org.jspecify.annotations.Nullable;

/**
 * Concurrent clients that write until the ledger has enough entries. Their writes are
 * random and reproducible by seed.
 */
public final class DrillWriters {

	/**
	 * Share of replies in percent. Registrations are rare, because each costs as much as
	 * 30 other writes.
	 */
	private static final int REPLIES = 73;

	private static final int VOTES = 18;

	private static final int EDITS = 5;

	private static final int LOCKS = 2;

	private static final int REGISTRATIONS = 1;

	private static final int APPOINTMENTS = 1;

	private final DrillForum drillForum;

	private final List<DrillWrite> mix;

	private final int writes;

	private final Pace pace;

	private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

	private volatile List<Thread> threads = List.of();

	private DrillWriters(DrillForum drillForum, List<DrillWrite> mix, int writes, int perSecond) {
		this.drillForum = drillForum;
		this.mix = mix;
		this.writes = writes;
		this.pace = new Pace(perSecond);
	}

	/**
	 * Creates writers that make all kinds of writes.
	 * @param writes the number of ledger entries to reach
	 * @param perSecond maximum rate; 0 for no limit
	 */
	public static DrillWriters ofEverything(DrillForum drillForum, int writes, int perSecond) {
		var retry = new RetryUntilDefinite(drillForum.ledger());
		var threadChange = new ConditionalThreadChange(retry);
		var mix = new ArrayList<DrillWrite>(Collections.nCopies(REPLIES, new ReplyWrite(drillForum, retry)));
		mix.addAll(Collections.nCopies(VOTES, new CastVoteWrite(drillForum, retry)));
		mix.addAll(Collections.nCopies(EDITS, new EditThreadWrite(drillForum, threadChange)));
		mix.addAll(Collections.nCopies(LOCKS, new LockThreadWrite(drillForum, threadChange)));
		mix.addAll(Collections.nCopies(REGISTRATIONS, new RegisterUserWrite(drillForum, retry)));
		mix.addAll(Collections.nCopies(APPOINTMENTS, new AppointModeratorWrite(drillForum, retry)));
		return new DrillWriters(drillForum, mix, writes, perSecond);
	}

	public void start(int clients, long seed) {
		this.threads = IntStream.range(0, clients)
			.mapToObj((number) -> Thread.startVirtualThread(() -> write(new Random(seed + number))))
			.toList();
	}

	private void write(RandomGenerator random) {
		try {
			while (this.drillForum.ledger().size() < this.writes && this.failure.get() == null) {
				this.pace.await();
				this.mix.get(random.nextInt(this.mix.size())).write(random);
			}
		}
		catch (RuntimeException ex) {
			this.failure.compareAndSet(null, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	public boolean isRunning() {
		return this.threads.stream().anyMatch(Thread::isAlive);
	}

	/** Waits until all clients have finished; throws the first client's failure. */
	public void await() throws InterruptedException {
		for (var thread : this.threads) {
			thread.join();
		}
		var failed = this.failure.get();
		if (failed != null) {
			throw failed;
		}
	}

}
