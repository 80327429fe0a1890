package org.parley.notification.follow;

import java.time.Instant;

import org.parley.contracts.forum.category.SubscriptionChanged.Target;

/**
 * News whose followers were notified before it was known that somebody followed the
 * target.
 */
public interface MissedNews {

	/** Notifies a follower of the news of a target since a time, once. */
	void notifyFollower(String userId, Target target, Instant since);

}
