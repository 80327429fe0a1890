package org.parley.realtime.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The last events of every room, in Redis, where all instances find them. It never claims
 * more than it holds: an offset that reaches further back is answered as incomplete.
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

	private final AtomicLong seen = new AtomicLong();

	private volatile Instant pausedUntil = Instant.MIN;

	private volatile boolean lost;

	ReplayLog(StringRedisTemplate redis, ReplaySettings settings, InstantSource clock,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.settings = settings;
		this.clock = clock;
		this.prefix = prefix;
	}

	/**
	 * Keeps an event of a room, unless that was done before.
	 * @param told the offset that the room's readers have been told last
	 * @return its offset as the position, and what else happened between that and it;
	 * unknown without Redis
	 */
	public MissedEvents append(String room, LogLine line, OptionalLong told) {
		var kept = ask(() -> write(room, line, told));
		this.lost |= kept.isEmpty() && line.replaces();
		return kept.orElse(MissedEvents.UNKNOWN);
	}

	/**
	 * Keeps an event for certain.
	 * @throws DataAccessResourceFailureException when Redis does not answer
	 */
	public MissedEvents record(String room, LogLine line, OptionalLong told) {
		return insist(() -> write(room, line, told));
	}

	/** What happened in a room after an offset, or just where the log ends. */
	@SuppressWarnings("unchecked")
	public MissedEvents since(String room, OptionalLong offset) {
		return ask(() -> {
			admitLoss();
			return read(this.redis.execute(SINCE,
					List.of(key("last"), key("log:" + room), key("room:" + room), key("whole"), key("run")),
					Long.toString(offset.orElse(-1)), Long.toString(this.settings.remembered().toMillis()),
					Long.toString(this.seen.get())));
		}).orElse(MissedEvents.UNKNOWN);
	}

	@SuppressWarnings("unchecked")
	private MissedEvents write(String room, LogLine line, OptionalLong told) {
		admitLoss();
		return read(this.redis.execute(APPEND,
				List.of(key("event:" + room + ":" + line.id()), key("last"), key("log:" + room), key("room:" + room)),
				line.subject(), line.text(), Integer.toString(this.settings.events()),
				Long.toString(this.settings.kept().toMillis()), Long.toString(this.settings.remembered().toMillis()),
				Long.toString(this.seen.get()), Long.toString(line.happened()), line.replaces() ? "1" : "",
				told.isPresent() ? Long.toString(told.getAsLong()) : ""));
	}

	private MissedEvents read(List<String> answer) {
		var missed = MissedEvents.of(answer);
		this.seen.accumulateAndGet(Long.parseLong(answer.getFirst()), Math::max);
		return missed;
	}

	/** What should have been taken out may still be there: it is replayed to nobody. */
	private void admitLoss() {
		if (this.lost) {
			this.redis.execute(LOST, List.of(key("last"), key("whole")));
			this.lost = false;
			log.info("Events can be replayed again");
		}
	}

	private static <T> T insist(Supplier<T> command) {
		try {
			return command.get();
		}
		catch (DataAccessException ex) {
			throw new DataAccessResourceFailureException("Redis does not keep events now", ex);
		}
	}

	private <T> Optional<T> ask(Supplier<T> command) {
		if (this.clock.instant().isBefore(this.pausedUntil)) {
			return Optional.empty();
		}
		try {
			return Optional.of(command.get());
		}
		catch (DataAccessException ex) {
			this.pausedUntil = this.clock.instant().plus(this.settings.pause());
			log.atWarn().addKeyValue("cause", ex.toString()).log("Events go out without replay: Redis does not answer");
			return Optional.empty();
		}
	}

	private String key(String name) {
		return this.prefix + name;
	}

	private static <T> RedisScript<T> script(String name, Class<T> type) {
		return RedisScript.of(new ClassPathResource("replay/" + name + ".lua"), type);
	}

}
