package org.parley.realtime.replay;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of rooms in which nobody is on this instance, in order. The log has
 * them later from the shared queue, unless somebody needs them here before.
 */
final class DeferredLines {

	/** Longer than the shared queue is behind, except in an outage. */
	private static final Duration KEPT = Duration.ofSeconds(30);

	static final int MAX_ROOMS = 5_000;

	static final int MAX_LINES_PER_ROOM = 20;

	private final Cache<String, List<Supplier<LogLine>>> lines = Caffeine.newBuilder().expireAfterWrite(KEPT).build();

	/** Keeps a line, or writes it with the earlier ones of its room if there are many. */
	void add(String room, Supplier<LogLine> line, Consumer<LogLine> write) {
		this.lines.asMap().compute(room, (_, earlier) -> {
			var all = (earlier != null) ? Stream.concat(earlier.stream(), Stream.of(line)).toList() : List.of(line);
			if (hasSpace(earlier)) {
				return all;
			}
			write(all, write);
			return null;
		});
	}

	/**
	 * Writes the lines of a room; nobody else appends to it here before they are written.
	 */
	void write(String room, Consumer<LogLine> write) {
		this.lines.asMap().computeIfPresent(room, (_, waiting) -> {
			write(waiting, write);
			return null;
		});
	}

	private boolean hasSpace(@Nullable List<Supplier<LogLine>> earlier) {
		return (earlier != null) ? earlier.size() < MAX_LINES_PER_ROOM : this.lines.estimatedSize() < MAX_ROOMS;
	}

	private static void write(List<Supplier<LogLine>> lines, Consumer<LogLine> write) {
		lines.stream().map(Supplier::get).forEach(write);
	}

}
