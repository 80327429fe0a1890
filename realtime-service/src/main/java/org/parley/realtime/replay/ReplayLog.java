package org.parley.realtime.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.parley.platform.runtime.redis.RedisScripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The last events of every room, stored in Redis for all instances. A read from an offset
 * before the oldest entry is marked as incomplete.
 */
@Component
@EnableConfigurationProperties(ReplaySettings.class)
public class ReplayLog {

	private static final Logger log = LoggerFactory.getLogger(ReplayLog.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> APPEND = script("append", List.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> SINCE = script("since", List.class);

	private static final RedisScript<String> LOST = script("lost", String.class);

	private final StringRedisTemplate redis;

	private final ReplaySettings settings;

	private final InstantSource clock;

	private final String prefix;

	private final DeferredLines deferredLines = new DeferredLines(System::nanoTime);

	private final AtomicLong seen = new AtomicLong();

	private volatile Instant pausedUntil = Instant.MIN;

	/** Counts the replacements that the log lacks. */
	private final AtomicLong lost = new AtomicLong();

	/** The value of {@link #lost} for which the log is marked as incomplete. */
	private final AtomicLong marked = new AtomicLong();

	ReplayLog(StringRedisTemplate redis, ReplaySettings settings, InstantSource clock,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.settings = settings;
		this.clock = clock;
		this.prefix = prefix;
	}

	/**
	 * Appends an event to a room's log, unless the log contains it.
	 * @param delivered the last offset that was delivered to the room's readers
	 * @return the event's offset as the position, and the events between the two offsets;
	 * {@link MissedEvents#UNKNOWN} if Redis does not answer
	 */
	public MissedEvents append(String room, LogLine line, OptionalLong delivered) {
		appendDeferred(room);
		return appendNext(room, line, delivered);
	}

	/**
	 * Appends an event of a room in which nobody is, but not before the room is read or
	 * another event is appended to it. Until then the shared queue brings it to the log,
	 * so it need not be appended here.
	 * @return false if too many events are deferred
	 */
	public boolean defer(String room, Supplier<LogLine> line) {
		return this.deferredLines.add(room, line);
	}

	private void appendDeferred(String room) {
		this.deferredLines.remove(room, (line) -> appendNext(room, line, OptionalLong.empty()));
	}

	private MissedEvents appendNext(String room, LogLine line, OptionalLong delivered) {
		var kept = tryWithRedis(() -> write(List.of(new RoomLogLine(room, line)), delivered));
		if (kept.isEmpty() && line.replaces()) {
			this.lost.incrementAndGet();
		}
		return kept.orElse(MissedEvents.UNKNOWN);
	}

	/**
	 * Appends an event, or fails.
	 * @throws DataAccessResourceFailureException if Redis does not answer
	 */
	public MissedEvents record(String room, LogLine line, OptionalLong delivered) {
		return orFail(() -> write(List.of(new RoomLogLine(room, line)), delivered));
	}

	/**
	 * Appends events to the logs of their rooms, in order and in one step, or fails.
	 * @throws DataAccessResourceFailureException if Redis does not answer
	 */
	public void record(List<RoomLogLine> lines) {
		orFail(() -> write(lines, OptionalLong.empty()));
	}

	/**
	 * Returns the events of a room after an offset; without an offset, only the log's
	 * end.
	 */
	@SuppressWarnings("unchecked")
	public MissedEvents since(String room, OptionalLong offset) {
		appendDeferred(room);
		return tryWithRedis(() -> {
			markIncomplete();
			return read(this.redis.execute(SINCE,
					List.of(key("last"), key("log:" + room), key("room:" + room), key("whole"), key("run")),
					Long.toString(offset.orElse(-1)), Long.toString(this.settings.remembered().toMillis()),
					Long.toString(this.seen.get())));
		}).orElse(MissedEvents.UNKNOWN);
	}

	/** Returns what the script returns for the last of the events. */
	@SuppressWarnings("unchecked")
	private MissedEvents write(List<RoomLogLine> lines, OptionalLong delivered) {
		markIncomplete();
		var keys = new ArrayList<>(List.of(key("last")));
		var arguments = new ArrayList<>(List.of(Integer.toString(this.settings.events()),
				Long.toString(this.settings.kept().toMillis()), Long.toString(this.settings.remembered().toMillis()),
				Long.toString(this.seen.get()), delivered.isPresent() ? Long.toString(delivered.getAsLong()) : "",
				Long.toString(this.settings.size().toBytes())));
		for (var entry : lines) {
			var line = entry.line();
			keys.add(key("event:" + entry.room() + ":" + line.id()));
			keys.add(key("log:" + entry.room()));
			keys.add(key("room:" + entry.room()));
			arguments.add(line.subject());
			arguments.add(line.text());
			arguments.add(Long.toString(line.occurredAt()));
			arguments.add(line.replaces() ? "1" : "");
		}
		return read(this.redis.execute(APPEND, keys, arguments.toArray()));
	}

	private MissedEvents read(List<String> answer) {
		var missed = MissedEvents.of(answer);
		this.seen.accumulateAndGet(Long.parseLong(answer.getFirst()), Math::max);
		return missed;
	}

	/**
	 * An event that should have been removed may still be in the log, so no offset before
	 * now is complete.
	 */
	private void markIncomplete() {
		var lostBefore = this.lost.get();
		if (lostBefore > this.marked.get()) {
			this.redis.execute(LOST, List.of(key("last"), key("whole")));
			this.marked.accumulateAndGet(lostBefore, Math::max);
			log.info("Redis is available again; events are recorded");
		}
	}

	private static <T> T orFail(Supplier<T> command) {
		try {
			return command.get();
		}
		catch (DataAccessException ex) {
			throw new DataAccessResourceFailureException("Redis is unavailable; the event was not recorded", ex);
		}
	}

	private <T> Optional<T> tryWithRedis(Supplier<T> command) {
		if (this.clock.instant().isBefore(this.pausedUntil)) {
			return Optional.empty();
		}
		try {
			return Optional.of(command.get());
		}
		catch (DataAccessException ex) {
			this.pausedUntil = this.clock.instant().plus(this.settings.pause());
			log.atWarn()
				.addKeyValue("cause", ex.toString())
				.log("Redis is unavailable; events are sent without replay");
			return Optional.empty();
		}
	}

	private String key(String name) {
		return this.prefix + name;
	}

	private static <T> RedisScript<T> script(String name, Class<T> type) {
		return RedisScripts.read("replay/" + name + ".lua", type);
	}

}
