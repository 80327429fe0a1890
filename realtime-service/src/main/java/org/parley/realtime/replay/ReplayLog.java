package org.parley.realtime.replay;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The last events of every room, in Redis, where all instances find them. Without Redis
 * nothing is kept and nothing replayed; once it is back, whoever was away meanwhile is
 * told to read anew.
 */
@Component
@EnableConfigurationProperties(ReplaySettings.class)
public class ReplayLog {

	private static final Logger log = LoggerFactory.getLogger(ReplayLog.class);

	private static final RedisScript<String> APPEND = script("append", String.class);

	private static final RedisScript<String> FORGET = script("forget", String.class);

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> SINCE = script("since", List.class);

	private static final RedisScript<String> LOST = script("lost", String.class);

	private final StringRedisTemplate redis;

	private final ReplaySettings settings;

	private final InstantSource clock;

	private final String prefix;

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
	 * Keeps an event of a room, unless another instance has.
	 * @param id of the event
	 * @param subject what it tells of; without spaces
	 * @return its offset; empty when it could not be kept
	 */
	public OptionalLong append(String room, String id, String subject, String text) {
		var offset = ask(() -> {
			admitLoss();
			return this.redis.execute(APPEND,
					List.of(key("event:" + room + ":" + id), last(), key("log:" + room), key("room:" + room)),
					subject + " " + text, Integer.toString(this.settings.events()),
					Long.toString(this.settings.kept().toMillis()),
					Long.toString(this.settings.remembered().toMillis()));
		});
		this.lost |= offset.isEmpty();
		return offset.isPresent() ? OptionalLong.of(Long.parseLong(offset.get())) : OptionalLong.empty();
	}

	/** Takes out of a room's log whatever was told of a subject. */
	public void forget(String room, String subject) {
		var forgotten = ask(() -> this.redis.execute(FORGET, List.of(key("log:" + room)), subject));
		this.lost |= forgotten.isEmpty();
	}

	/** What happened in a room after an offset, or just where the log ends. */
	@SuppressWarnings("unchecked")
	public Missed since(String room, OptionalLong offset) {
		return ask(() -> {
			admitLoss();
			return (List<String>) this.redis.execute(SINCE,
					List.of(last(), key("log:" + room), key("room:" + room), whole()), Long.toString(offset.orElse(-1)),
					Long.toString(this.settings.remembered().toMillis()));
		}).map(Missed::of).orElse(Missed.UNKNOWN);
	}

	private void admitLoss() {
		if (this.lost) {
			this.redis.execute(LOST, List.of(last(), whole()));
			this.lost = false;
			log.info("Events can be replayed again");
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

	private String last() {
		return key("last");
	}

	private String whole() {
		return key("whole");
	}

	private String key(String name) {
		return this.prefix + name;
	}

	private static <T> RedisScript<T> script(String name, Class<T> type) {
		return RedisScript.of(new ClassPathResource("replay/" + name + ".lua"), type);
	}

}
