package org.parley.notification.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.follow.FollowedTarget.FollowLevel;
import org.parley.notification.news.NotificationPlace;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The threads, categories and tags that users follow and mute, from events. */
@Component
public class FollowedTargets {

	private final MongoOperations mongo;

	FollowedTargets(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void saveIfNewer(FollowedTarget target) {
		VersionedUpsert.replaceOlder(this.mongo, target, FollowedTarget.class);
	}

	/** Whether a target is followed as it was stored, and has not changed since. */
	boolean isFollowing(FollowedTarget target) {
		return this.mongo.exists(new Query(Criteria.where("_id")
			.is(target.id())
			.and("level")
			.is(FollowLevel.FOLLOWING)
			.and("version")
			.is(target.version())), FollowedTarget.class);
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

	/** The targets that any user follows. */
	public Set<String> findFollowed(Collection<String> targets) {
		var followed = Criteria.where("target").in(targets).and("level").is(FollowLevel.FOLLOWING);
		return Set.copyOf(this.mongo.findDistinct(new Query(followed), "target", FollowedTarget.class, String.class));
	}

	/** The places that their users have muted: the thread, its category or a tag. */
	public Set<UserPlace> findMuted(Collection<UserPlace> places) {
		if (places.isEmpty()) {
			return Set.of();
		}
		var ids = places.stream().flatMap(UserPlace::targetIds).distinct().toList();
		var levels = this.mongo.find(new Query(Criteria.where("_id").in(ids)), FollowedTarget.class);
		return places.stream().filter((place) -> place.isMuted(levels)).collect(Collectors.toSet());
	}

	/** A user and the place of news that the user may have muted. */
	public record UserPlace(String userId, NotificationPlace place) {

		Stream<String> targetIds() {
			return Stream
				.concat(Stream.of(thread()), FollowTarget.categoryAndTags(this.place.categoryId(), this.place.tags()))
				.map((target) -> FollowedTarget.id(this.userId, target));
		}

		/** Whether the levels of the targets, among those of others, mute the place. */
		boolean isMuted(Collection<FollowedTarget> levels) {
			var ids = targetIds().collect(Collectors.toSet());
			return FollowedTarget.isMuted(thread(),
					levels.stream().filter((level) -> ids.contains(level.id())).toList());
		}

		private String thread() {
			return FollowTarget.thread(this.place.threadId());
		}

	}

}
