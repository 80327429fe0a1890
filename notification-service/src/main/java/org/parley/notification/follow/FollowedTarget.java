package org.parley.notification.follow;

import java.time.Instant;
import java.util.Collection;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How much somebody wants to hear of something. Kept when they want neither, so that late
 * news of it are known to be old.
 *
 * @param id the person and the target
 * @param userId the person
 * @param target of what
 * @param level how much
 * @param since since when; what was said before is not new to them
 * @param version of this person's wish about this target
 */
@Document("subscriptions")
record FollowedTarget(@Id String id, String userId, String target, FollowLevel level, Instant since, long version) {

	static FollowedTarget of(String userId, String target, FollowLevel level, Instant since, long version) {
		return new FollowedTarget(id(userId, target), userId, target, level, since, version);
	}

	static String id(String userId, String target) {
		return userId + ":" + target;
	}

	/**
	 * Whether what somebody wants comes to hearing nothing of a thread: what they say of
	 * the thread itself counts; if that is nothing, whether they have muted what is
	 * around it, even if they follow something else there.
	 */
	static boolean mute(String thread, Collection<FollowedTarget> wishes) {
		var said = wishes.stream().filter((wish) -> wish.level != FollowLevel.NONE).toList();
		var ofThread = said.stream().filter((wish) -> wish.target.equals(thread)).toList();
		return (ofThread.isEmpty() ? said : ofThread).stream().anyMatch((wish) -> wish.level == FollowLevel.MUTED);
	}

}
