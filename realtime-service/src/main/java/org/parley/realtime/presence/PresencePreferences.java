package org.parley.realtime.presence;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The people who want to be invisible. Without a preference a person is visible. Each
 * instance remembers the preferences of its people and hears of changes by Redis; people
 * whose preference is unknown, because MongoDB is unavailable, are not shown.
 */
@Component
class PresencePreferences {

	static final String CHANNEL = "presence-preferences";

	private static final Logger log = LoggerFactory.getLogger(PresencePreferences.class);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final Duration FRESH = Duration.ofMinutes(10);

	private static final long MAX_CACHED = 200_000;

	private final MongoOperations mongo;

	private final StringRedisTemplate redis;

	private final String channel;

	private final AsyncLoadingCache<String, Boolean> invisible = Caffeine.newBuilder()
		.executor((task) -> Thread.ofVirtual().name("presence-preferences").start(task))
		.refreshAfterWrite(FRESH)
		.expireAfterAccess(FRESH)
		.maximumSize(MAX_CACHED)
		.buildAsync(CacheLoader.<String, Boolean>bulk(this::load));

	PresencePreferences(MongoOperations mongo, StringRedisTemplate redis,
			@Value("${parley.redis.prefix}") String prefix) {
		this.mongo = mongo;
		this.redis = redis;
		this.channel = prefix + CHANNEL;
	}

	boolean isInvisible(String personId) {
		var stored = this.mongo.findById(personId, PresencePreference.class);
		return stored != null && stored.invisible();
	}

	/** Stores a preference, which all instances follow at once. */
	void save(String personId, boolean invisible) {
		this.mongo.save(new PresencePreference(personId, invisible));
		forget(personId);
		try {
			this.redis.convertAndSend(this.channel, personId);
		}
		catch (DataAccessException ex) {
			log.atDebug().addKeyValue("cause", ex.toString()).log("Other instances read the preference later");
		}
	}

	Set<String> visibleAmong(Collection<String> people) {
		return preferences(people).entrySet()
			.stream()
			.filter((preference) -> !preference.getValue())
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Reads the preference of a person again when it is needed. */
	void forget(String personId) {
		this.invisible.synchronous().invalidate(personId);
	}

	/** Reads all preferences again, after changes that this instance may have missed. */
	void forgetAll() {
		this.invisible.synchronous().invalidateAll();
	}

	/** Waits a moment for those that are unknown, so that the known people stay shown. */
	private Map<String, Boolean> preferences(Collection<String> people) {
		return this.invisible.getAll(people)
			.completeOnTimeout(Map.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.exceptionally((_) -> Map.of())
			.thenApply((found) -> found.isEmpty() ? this.invisible.synchronous().getAllPresent(people) : found)
			.join();
	}

	private Map<String, Boolean> load(Set<? extends String> people) {
		var found = new HashMap<String, Boolean>(
				people.stream().collect(Collectors.toMap(Function.identity(), (_) -> false)));
		var query = Query.query(Criteria.where("_id").in(people).and("invisible").is(true));
		this.mongo.find(query, PresencePreference.class).forEach((preference) -> found.put(preference.id(), true));
		return found;
	}

}
