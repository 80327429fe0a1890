package org.parley.realtime.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.runtime.redis.RedisScripts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The presence of all people, in Redis for all instances. Entries expire unless an
 * instance refreshes them, so nothing is written when a socket closes or an instance
 * dies. Each change is returned to exactly one caller. Every method fails with a
 * {@link DataAccessException} if Redis does not answer.
 */
@Component
@EnableConfigurationProperties(PresenceSettings.class)
class PresenceStore {

	private static final int CHUNK = 1_000;

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> REFRESH = script("refresh");

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> EXPIRE = script("expire");

	private final StringRedisTemplate redis;

	private final PresenceSettings settings;

	private final String connected;

	private final String active;

	private final String since;

	private final String rounds;

	PresenceStore(StringRedisTemplate redis, PresenceSettings settings,
			@Value("${parley.redis.prefix}") String prefix) {
		this.redis = redis;
		this.settings = settings;
		this.connected = prefix + "presence:connected";
		this.active = prefix + "presence:active";
		this.since = prefix + "presence:since";
		this.rounds = prefix + "presence:rounds";
	}

	/**
	 * Refreshes people who are connected, and those of them who are active.
	 * @param people whether they are active, by id
	 * @return those who were offline or away before
	 */
	List<Presence> refresh(Map<String, Boolean> people) {
		var changes = new ArrayList<Presence>();
		var all = List.copyOf(people.entrySet());
		for (var start = 0; start < all.size(); start += CHUNK) {
			var arguments = new ArrayList<String>();
			arguments.add(Long.toString(this.settings.grace().toMillis()));
			all.subList(start, Math.min(start + CHUNK, all.size())).forEach((person) -> {
				arguments.add(person.getKey());
				arguments.add(person.getValue() ? "1" : "");
			});
			changes.addAll(changes(this.redis.execute(REFRESH, List.of(this.connected, this.active, this.since),
					arguments.toArray())));
		}
		return changes;
	}

	/** Removes expired entries; returns those who are away or offline now. */
	List<Presence> expire() {
		return changes(this.redis.execute(EXPIRE, List.of(this.connected, this.active, this.since, this.rounds),
				Long.toString(this.settings.grace().toMillis()), Long.toString(this.settings.remembered().toMillis()),
				Integer.toString(CHUNK)));
	}

	/** Checks whether anybody is connected to any instance. */
	boolean hasConnected() {
		return !Objects.requireNonNullElse(this.redis.opsForZSet().zCard(this.connected), 0L).equals(0L);
	}

	/** Returns the presence of people, in their order. */
	List<Presence> find(Collection<String> people) {
		if (people.isEmpty()) {
			return List.of();
		}
		var ids = people.toArray();
		var connected = scores(this.connected, ids);
		var active = scores(this.active, ids);
		var since = scores(this.since, ids);
		var found = new ArrayList<Presence>();
		for (var index = 0; index < ids.length; index++) {
			found.add(new Presence(ids[index].toString(), state(connected.get(index), active.get(index)),
					instant(since.get(index))));
		}
		return found;
	}

	/**
	 * Removes everything about a person; returns whether something was known (1 or 0).
	 */
	long remove(String person) {
		this.redis.opsForZSet().remove(this.connected, person);
		this.redis.opsForZSet().remove(this.active, person);
		return Objects.requireNonNullElse(this.redis.opsForZSet().remove(this.since, person), 0L);
	}

	private List<@Nullable Double> scores(String key, Object[] people) {
		return new ArrayList<@Nullable Double>(Objects.requireNonNull(this.redis.opsForZSet().score(key, people)));
	}

	private static PresenceState state(@Nullable Double connected, @Nullable Double active) {
		if (connected == null) {
			return PresenceState.OFFLINE;
		}
		return (active != null) ? PresenceState.ONLINE : PresenceState.AWAY;
	}

	private static @Nullable Instant instant(@Nullable Double millis) {
		return (millis != null) ? Instant.ofEpochMilli(millis.longValue()) : null;
	}

	/** Three texts are a change: the person's id, the state, and since when. */
	@SuppressWarnings("unchecked")
	private static List<Presence> changes(@SuppressWarnings("rawtypes") List texts) {
		var answer = (List<String>) texts;
		var changes = new ArrayList<Presence>();
		for (var index = 0; index < answer.size(); index += 3) {
			changes.add(new Presence(answer.get(index), PresenceState.of(answer.get(index + 1)),
					Instant.ofEpochMilli(Long.parseLong(answer.get(index + 2)))));
		}
		return changes;
	}

	@SuppressWarnings("rawtypes")
	private static RedisScript<List> script(String name) {
		return RedisScripts.read("presence/" + name + ".lua", List.class);
	}

}
