package org.parley.notification.fanout;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.AddressedNews;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.Recipient;
import org.parley.notification.preference.NotificationKind;

/**
 * A user whom an event concerns, such as the author of the post that is replied to.
 *
 * @param kind the reason
 * @param wording key in the message bundles
 * @param group the group of the notification; null without a group
 */
public record DirectRecipient(Recipient recipient, NotificationKind kind, String wording, @Nullable String group) {

	/** Whether it is one of some users, and mentioned. */
	boolean isMentioned(Set<String> usernames) {
		return this.kind == NotificationKind.MENTION && this.recipient.username() != null
				&& usernames.contains(this.recipient.username());
	}

	AddressedNews addressed(NotificationNews news) {
		return new AddressedNews(this.recipient, news.as(this.kind, this.wording).inGroup(this.group));
	}

}
