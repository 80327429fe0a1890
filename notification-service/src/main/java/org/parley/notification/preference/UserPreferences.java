package org.parley.notification.preference;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored preferences. */
@Component
public class UserPreferences {

	private static final String EVERY_POST = "everyPost";

	private final MongoOperations mongo;

	UserPreferences(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** The preferences of a user, or the defaults. */
	public Preferences get(String userId) {
		return Objects.requireNonNullElseGet(this.mongo.findById(userId, Preferences.class),
				() -> Preferences.defaults(userId));
	}

	/** The preferences of users that differ from the defaults, by user. */
	public Map<String, Preferences> findAll(Collection<String> userIds) {
		return this.mongo.find(new Query(Criteria.where("_id").in(userIds)), Preferences.class)
			.stream()
			.collect(Collectors.toMap(Preferences::userId, Function.identity()));
	}

	/** The preferences of users who want a digest, in the order of their ids. */
	public List<Preferences> findWithDigest(Collection<MailTiming> timings, @Nullable String after, int limit) {
		var digest = Criteria.where("digests").in(timings);
		var beyond = (after != null) ? digest.and("_id").gt(after) : digest;
		return this.mongo.find(new Query(beyond).with(Sort.by("_id")).limit(Limit.of(limit)), Preferences.class);
	}

	/** The categories among some of which anyone wants every post by mail. */
	public Set<String> findWantedByMail(Set<String> categories) {
		return this.mongo.findDistinct(new Query(wantsPosts(categories)), EVERY_POST, Preferences.class, String.class)
			.stream()
			.filter(categories::contains)
			.collect(Collectors.toSet());
	}

	/** The users who want every post of a category by mail, in the order of their ids. */
	public List<String> findWantingPosts(String categoryId, @Nullable String after, int limit) {
		var wanted = wantsPosts(Set.of(categoryId, Preferences.EVERY_CATEGORY));
		var beyond = (after != null) ? wanted.and("_id").gt(after) : wanted;
		return this.mongo.find(new Query(beyond).with(Sort.by("_id")).limit(Limit.of(limit)), Preferences.class)
			.stream()
			.map(Preferences::userId)
			.toList();
	}

	private static Criteria wantsPosts(Set<String> categories) {
		return Criteria.where(EVERY_POST).in(categories);
	}

	/** Records the end of the time that a digest covers. */
	public void markDigested(String userId, MailTiming timing, Instant until) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(userId)),
				Update.update("digestedUntil." + timing.name(), until), Preferences.class);
	}

	Preferences save(Preferences preferences) {
		return this.mongo.save(preferences);
	}

}
