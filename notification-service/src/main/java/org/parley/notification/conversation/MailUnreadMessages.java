package org.parley.notification.conversation;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.news.GroupKey;
import org.parley.notification.notification.StoreNotifications;
import org.parley.notification.preference.NotificationKind;

import org.springframework.stereotype.Component;

/**
 * Mails a member about messages that were unread for ten minutes, once until the member
 * has read the conversation. The mail names nobody.
 */
@Component
class MailUnreadMessages {

	private final RecipientMemberships memberships;

	private final KnownMessages messages;

	private final StoreNotifications storeNotifications;

	private final MessageMailRecipients recipients;

	private final SendMail sendMail;

	private final InstantSource clock;

	MailUnreadMessages(RecipientMemberships memberships, KnownMessages messages, StoreNotifications storeNotifications,
			MessageMailRecipients recipients, SendMail sendMail, InstantSource clock) {
		this.memberships = memberships;
		this.messages = messages;
		this.storeNotifications = storeNotifications;
		this.recipients = recipients;
		this.sendMail = sendMail;
		this.clock = clock;
	}

	/**
	 * Queues the mail, or postpones it, if the oldest unread message is not old enough or
	 * the member's quiet hours have not ended. Messages whose notification the member has
	 * read or deleted are not mailed, nor those of a conversation that is muted now.
	 */
	void mail(String membershipId) {
		this.memberships.find(membershipId).filter((member) -> member.dueAt() != null).ifPresent((member) -> {
			this.memberships.claim(member.conversationId());
			var unread = this.messages.findUnread(member);
			var due = NotifyMembers.dueAt(unread);
			if (due == null || due.isAfter(this.clock.instant())) {
				this.memberships.save(member.due(due));
			}
			else {
				this.memberships.save(mail(member, unread));
			}
		});
	}

	private RecipientMembership mail(RecipientMembership member, List<KnownMessage> unread) {
		return this.recipients.find(member.personId())
			.map((recipient) -> recipient.findQuietEnd(this.clock.instant())
				.map(member::due)
				.orElseGet(() -> send(member, unread, recipient) ? member.withMail() : member.due(null)))
			.orElseGet(() -> member.due(null));
	}

	private boolean send(RecipientMembership member, List<KnownMessage> unread,
			MessageMailRecipients.MailRecipient recipient) {
		var group = new GroupKey(member.personId(), NotificationKind.MESSAGE,
				ConversationPlace.group(member.conversationId()));
		var open = this.storeNotifications.findOpen(group);
		if (member.isMuted(this.clock.instant()) || (recipient.isListing() && open.isEmpty())) {
			return false;
		}
		var mail = NewMail.toPerson("messages:" + member.id() + ":" + member.position(), MailTemplate.NOTIFICATION,
				member.personId(), values(member, unread.size(), recipient));
		this.sendMail.send(open.map(mail::repeating).orElse(mail));
		return true;
	}

	private static Map<String, String> values(RecipientMembership member, int count,
			MessageMailRecipients.MailRecipient recipient) {
		return Map.of("title", recipient.title(member.conversation(), count), "link",
				ConversationPlace.link(member.conversationId()), "kind", NotificationKind.MESSAGE.json());
	}

}
