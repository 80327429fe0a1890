package org.parley.notification.follow;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Whether a user follows or mutes a target. Kept with the level {@code NONE}, so that
 * late events are recognized as outdated.
 *
 * @param target key of {@link FollowTarget}
 * @param level following, muted or none
 * @param since start of the level; older posts are not notified
 * @param version of the level
 */
@Document("subscriptions")
@CompoundIndex(def = "{'target': 1, 'level': 1, 'userId': 1, 'since': 1}")
@CompoundIndex(def = "{'userId': 1}")
record FollowedTarget(@Id String id, String userId, String target, FollowLevel level, Instant since, long version) {

	static FollowedTarget of(String userId, String target, FollowLevel level, Instant since, long version) {
		return new FollowedTarget(id(userId, target), userId, target, level, since, version);
	}

	static String id(String userId, String target) {
		return userId + ":" + target;
	}

	/**
	 * Whether a user has muted a thread. The level of the thread itself takes precedence;
	 * otherwise the thread is muted if its category or one of its tags is.
	 */
	static boolean isMuted(String thread, Collection<FollowedTarget> targets) {
		var set = targets.stream().filter((target) -> target.level != FollowLevel.NONE).toList();
		var ofThread = set.stream().filter((target) -> target.target.equals(thread)).toList();
		return (ofThread.isEmpty() ? set : ofThread).stream().anyMatch((target) -> target.level == FollowLevel.MUTED);
	}

	/** Whether a user follows or mutes a target. */
	enum FollowLevel {

		FOLLOWING, MUTED, NONE;

		static FollowLevel of(String json) {
			return valueOf(json.toUpperCase(Locale.ROOT));
		}

	}

}
