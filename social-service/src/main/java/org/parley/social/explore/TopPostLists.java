package org.parley.social.explore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.social.post.SocialPosts;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored rankings, a new one every few seconds at most, shared by all instances. */
@Component
class TopPostLists {

	private static final Duration FRESH = Duration.ofSeconds(5);

	private static final Duration KEPT = Duration.ofHours(1);

	private static final int MAX_POSTS = 500;

	private final MongoOperations mongo;

	private final SocialPosts posts;

	private final InstantSource clock;

	TopPostLists(MongoOperations mongo, SocialPosts posts, InstantSource clock) {
		this.mongo = mongo;
		this.posts = posts;
		this.clock = clock;
	}

	/** Returns the present ranking of a window. */
	TopPosts now(TopPeriod window) {
		var now = this.clock.instant();
		var id = window.json() + "-" + now.toEpochMilli() / FRESH.toMillis();
		return find(id).orElseGet(() -> create(id, window, now));
	}

	/** Finds the ranking that a walk has begun with. */
	Optional<TopPosts> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, TopPosts.class));
	}

	private TopPosts create(String id, TopPeriod window, Instant now) {
		var ranking = new TopPosts(id, this.posts.top(window.dates(now), window.firstId(now), MAX_POSTS),
				now.plus(KEPT));
		try {
			return this.mongo.insert(ranking);
		}
		catch (DuplicateKeyException ex) {
			return find(id).orElse(ranking);
		}
	}

}
