package org.parley.notification.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** What users follow and mute, from events of forum-service. */
@Component
public class FollowedTargets implements InitializingBean {

	private final MongoOperations mongo;

	FollowedTargets(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(FollowedTarget.class);
		indexes.createIndex(new Index("target", Direction.ASC).on("level", Direction.ASC)
			.on("userId", Direction.ASC)
			.on("since", Direction.ASC));
		indexes.createIndex(new Index("userId", Direction.ASC));
	}

	void saveIfNewer(FollowedTarget target) {
		var known = this.mongo.findById(target.id(), FollowedTarget.class);
		if (known == null || known.version() < target.version()) {
			ContendedUpsert.write(() -> this.mongo.save(target));
		}
	}

	/** Removes everything a user follows or mutes. */
	public void removeByUser(String userId) {
		this.mongo.remove(new Query(Criteria.where("userId").is(userId)), FollowedTarget.class);
	}

	/**
	 * The ids of users who followed one of the targets before a time, in order. A user
	 * who follows two of them is listed twice.
	 * @param after last id of the previous page; null for the first page
	 */
	public List<String> findFollowers(Collection<String> targets, Instant before, @Nullable String after, int limit) {
		var following = Criteria.where("target").in(targets).and("level").is(FollowLevel.FOLLOWING);
		var next = (after != null) ? following.and("userId").gt(after) : following;
		var page = new Query(next.and("since").lt(before)).with(Sort.by("userId")).limit(Limit.of(limit));
		return this.mongo.find(page, FollowedTarget.class).stream().map(FollowedTarget::userId).toList();
	}

	/** Whether a user has muted a thread, its category or one of its tags. */
	public boolean isMuted(String userId, String threadId, String categoryId, Collection<String> tags) {
		var thread = FollowTarget.thread(threadId);
		var ids = Stream.concat(Stream.of(thread), FollowTarget.categoryAndTags(categoryId, tags))
			.map((target) -> FollowedTarget.id(userId, target))
			.toList();
		return FollowedTarget.isMuted(thread,
				this.mongo.find(new Query(Criteria.where("_id").in(ids)), FollowedTarget.class));
	}

}
