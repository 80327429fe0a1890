package org.parley.webhook.visibility;

import java.util.Collection;
import java.util.Set;

/** The types of messages that subscriptions name. */
public final class MessageTypes {

	private static final Set<String> PUBLIC = Set.of("category.created", "category.changed", "category.removed",
			"thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.archived", "thread.moved", "thread.split", "thread.merged", "thread.removed", "thread.restored",
			"post.created", "post.edited", "post.moved", "post.removed", "post.restored", "answer.accepted",
			"answer.withdrawn", "social-post.created", "social-post.edited", "social-post.removed",
			"social-comment.created", "social-comment.edited", "social-comment.removed", "social-account.changed",
			"room-message.written", "room-message.removed", "room-message.restored");

	/** Types that only administrators receive. */
	private static final Set<String> STAFF = Set.of("user.registered", "user.verified", "user.profile-changed",
			"user.role-changed", "user.groups-changed", "user.banned", "user.unbanned", "user.deleted", "case.opened",
			"case.decided", "case.withdrawn", "case.reversed", "social-case.opened", "social-case.decided",
			"social-case.withdrawn", "social-case.reversed", "message-case.opened", "message-case.decided",
			"message-case.withdrawn", "message-case.reversed", "appeal.filed", "appeal.decided", "social-appeal.filed",
			"social-appeal.decided", "message-appeal.filed", "message-appeal.decided");

	private MessageTypes() {
	}

	public static boolean isKnown(String type) {
		return PUBLIC.contains(type) || STAFF.contains(type);
	}

	public static boolean areForEveryone(Collection<String> types) {
		return PUBLIC.containsAll(types);
	}

}
