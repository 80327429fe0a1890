package org.parley.social.feed.store;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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

	private final MongoOperations mongo;

	private final Follows follows;

	private final FeedSettings settings;

	private final LoadingCache<String, Set<String>> cached = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.build((_) -> load());

	LargeAuthors(MongoOperations mongo, Follows follows, FeedSettings settings) {
		this.mongo = mongo;
		this.follows = follows;
		this.settings = settings;
	}

	/** Whether an author is large, or has become so now. */
	public boolean isLarge(String authorId) {
		if (this.mongo.exists(new Query(Criteria.where("_id").is(authorId)), LargeAuthor.class)) {
			return true;
		}
		var limit = this.settings.writtenFollowers();
		if (this.follows.countFollowers(authorId, limit + 1) <= limit) {
			return false;
		}
		this.mongo.save(new LargeAuthor(authorId));
		return true;
	}

	/** Finds the large authors whom a person follows. */
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
