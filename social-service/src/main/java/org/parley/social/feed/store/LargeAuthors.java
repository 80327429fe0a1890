package org.parley.social.feed.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.parley.platform.domain.Ids;
import org.parley.social.relation.Follows;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The authors whose posts are merged on reading. */
@Component
@EnableConfigurationProperties(FeedSettings.class)
public class LargeAuthors {

	private static final String ALL = "all";

	/** Longer than a transaction takes and than clocks of instances differ. */
	private static final Duration MARGIN = Duration.ofMinutes(5);

	private final MongoOperations mongo;

	private final Follows follows;

	private final FeedSettings settings;

	private final InstantSource clock;

	private final LoadingCache<String, Set<String>> cached = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.build((_) -> load());

	LargeAuthors(MongoOperations mongo, Follows follows, FeedSettings settings, InstantSource clock) {
		this.mongo = mongo;
		this.follows = follows;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether an author is large, or has become so now. */
	public boolean isLarge(String authorId) {
		if (contains(authorId)) {
			return true;
		}
		var limit = this.settings.writtenFollowers();
		if (this.follows.countFollowers(authorId, limit + 1) <= limit) {
			return false;
		}
		this.mongo.save(new LargeAuthor(authorId, this.clock.instant()));
		return true;
	}

	/** Whether an author is known to be large. */
	public boolean contains(String authorId) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(authorId)), LargeAuthor.class);
	}

	/**
	 * Whether a post was created when its author had been large for so long that it was
	 * never written to a feed. A post from before may be in feeds.
	 */
	public boolean isNeverWritten(String postId, String authorId) {
		var since = Optional.ofNullable(this.mongo.findById(authorId, LargeAuthor.class)).map(LargeAuthor::since);
		var created = Ids.timeOf(postId).orElse(Instant.EPOCH);
		return since.filter((large) -> created.isAfter(large.plus(MARGIN))).isPresent();
	}

	public Set<String> followedBy(String personId) {
		return this.follows.followedAmong(personId, Objects.requireNonNull(this.cached.get(ALL)));
	}

	private Set<String> load() {
		return this.mongo.findAll(LargeAuthor.class)
			.stream()
			.map(LargeAuthor::id)
			.collect(Collectors.toUnmodifiableSet());
	}

}
