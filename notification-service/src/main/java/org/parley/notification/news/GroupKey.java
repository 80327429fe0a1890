package org.parley.notification.news;

import org.parley.notification.preference.NotificationKind;

/** The group of a user whose unread news share a notification. */
public record GroupKey(String userId, NotificationKind kind, String group) {

	/** A key that is unique among all users, kinds and groups. */
	public String text() {
		return this.userId + ":" + this.kind.json() + ":" + this.group;
	}

	/** The key of the notification that is in digests, but not in the list. */
	public String textOfUnlisted() {
		return text() + ":unlisted";
	}

}
