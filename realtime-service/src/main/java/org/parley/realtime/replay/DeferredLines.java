package org.parley.realtime.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The latest events of rooms in which nobody is on this instance. The log has them later
 * from the shared queue, unless somebody needs them here before.
 */
final class DeferredLines {

	/** Longer than the shared queue is behind, except in an outage. */
	static final Duration KEPT = Duration.ofSeconds(30);

	/** A full memory forgets lines that are older. */
	static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(5);

	static final int MAX_LINES = 10_000;

	private final List<Lock> locks = Stream.generate(() -> (Lock) new ReentrantLock()).limit(64).toList();

	private final Map<String, Deque<DeferredLine>> byRoom = new HashMap<>();

	private final Deque<DeferredLine> oldestFirst = new ArrayDeque<>();

	private final LongSupplier nanoTime;

	/** Creates an empty memory with a clock like {@link System#nanoTime()}. */
	DeferredLines(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Keeps a line, unless too many are new. */
	synchronized boolean add(String room, Supplier<LogLine> line) {
		forgetOlderThan(KEPT);
		if (this.oldestFirst.size() >= MAX_LINES) {
			forgetOlderThan(KEPT_WHEN_FULL);
		}
		if (this.oldestFirst.size() >= MAX_LINES) {
			return false;
		}
		var added = new DeferredLine(room, line, this.nanoTime.getAsLong());
		this.oldestFirst.add(added);
		this.byRoom.computeIfAbsent(room, (_) -> new ArrayDeque<>()).add(added);
		return true;
	}

	/**
	 * Passes the lines of a room on, in order. When it returns, no other thread is still
	 * doing so.
	 */
	void remove(String room, Consumer<LogLine> action) {
		var lock = this.locks.get(Math.floorMod(room.hashCode(), this.locks.size()));
		lock.lock();
		try {
			take(room).forEach((line) -> action.accept(line.line().get()));
		}
		finally {
			lock.unlock();
		}
	}

	/** They stay among the oldest until they are old. */
	private synchronized Iterable<DeferredLine> take(String room) {
		var lines = this.byRoom.remove(room);
		return (lines != null) ? lines : List.of();
	}

	private void forgetOlderThan(Duration age) {
		var oldest = this.oldestFirst.peek();
		while (oldest != null && this.nanoTime.getAsLong() - oldest.at() > age.toNanos()) {
			this.oldestFirst.remove();
			forget(oldest);
			oldest = this.oldestFirst.peek();
		}
	}

	private void forget(DeferredLine oldest) {
		this.byRoom.computeIfPresent(oldest.room(), (_, lines) -> {
			lines.remove(oldest);
			return lines.isEmpty() ? null : lines;
		});
	}

	/**
	 * A line that was not written.
	 *
	 * @param at when it was added
	 */
	private record DeferredLine(String room, Supplier<LogLine> line, long at) {
	}

}
