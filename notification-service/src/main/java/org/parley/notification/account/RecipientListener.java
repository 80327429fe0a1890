package org.parley.notification.account;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.ApprovalRequested;
import org.parley.contracts.account.UserBanned;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.UserRegistered;
import org.parley.contracts.account.UserUnbanned;
import org.parley.notification.contact.Contacts;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.follow.FollowedTargets;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.moderation.WithdrawCases;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Stores users and their roles, and notifies them about role changes and bans, and
 * administrators about newcomers who await approval.
 */
@EventConsumer("notifications")
class RecipientListener {

	private final RecipientPeople recipientPeople;

	private final Contacts contacts;

	private final FollowedTargets followedTargets;

	private final NotificationDispatcher notificationDispatcher;

	private final WithdrawCases withdrawCases;

	private final SendMail sendMail;

	RecipientListener(RecipientPeople recipientPeople, Contacts contacts, FollowedTargets followedTargets,
			NotificationDispatcher notificationDispatcher, WithdrawCases withdrawCases, SendMail sendMail) {
		this.recipientPeople = recipientPeople;
		this.contacts = contacts;
		this.followedTargets = followedTargets;
		this.notificationDispatcher = notificationDispatcher;
		this.withdrawCases = withdrawCases;
		this.sendMail = sendMail;
	}

	/** Newcomers are one news. Other services know them when they were decided about. */
	@EventHandler("approval.requested")
	void on(ApprovalRequested requested) {
		var newcomer = requested.userId();
		if (this.recipientPeople.findById(newcomer).isEmpty()) {
			this.notificationDispatcher.notifyRoles(
					NotificationNews
						.of(NotificationKind.SYSTEM, "approval-requested", approval(newcomer),
								"/administration/users?status=pending")
						.inGroup("approvals"),
					"admin");
		}
	}

	@EventHandler("user.registered")
	void on(UserRegistered registered) {
		save(registered);
		this.notificationDispatcher.withdrawAll(approval(registered.user().id()));
	}

	@EventHandler({ "user.profile-changed", "user.role-changed", "user.groups-changed", "user.verified",
			"user.snapshot" })
	void on(AccountEvent account) {
		save(account);
	}

	/** A mail that waits until the ban is lifted is not sent. */
	@EventHandler("user.banned")
	void on(UserBanned banned, EventEnvelope event) {
		save(banned);
		var mail = NewMail
			.toPerson("ban:" + event.id(), MailTemplate.BAN, banned.user().id(), Map.of("reason", banned.reason()))
			.repeating(RecipientPeople.aboutBan(banned.user().id()));
		this.sendMail.send((banned.until() != null) ? mail.until(banned.until()) : mail);
	}

	/**
	 * An expired ban needs no mail, because the first one has named its end, and a closed
	 * account stays closed.
	 */
	@EventHandler("user.unbanned")
	void on(UserUnbanned unbanned, EventEnvelope event) {
		save(unbanned);
		if (unbanned.by() != null && "active".equals(Objects.requireNonNullElse(unbanned.user().status(), "active"))) {
			this.sendMail.send(NewMail.toPerson("ban-lifted:" + event.id(), MailTemplate.BAN_LIFTED,
					unbanned.user().id(), Map.of()));
		}
	}

	@EventHandler("user.deleted")
	void on(UserDeleted deleted) {
		this.notificationDispatcher.withdrawAll(approval(deleted.userId()));
		this.recipientPeople.markDeleted(deleted.userId(), deleted.version());
		this.contacts.markDeleted(deleted.userId(), deleted.version());
		this.followedTargets.removeByUser(deleted.userId());
	}

	private static String approval(String newcomer) {
		return "approval:" + newcomer;
	}

	private void save(AccountEvent account) {
		this.recipientPeople.saveIfNewer(account).ifPresent((_) -> {
			this.withdrawCases.withdrawFrom(List.of(account.user().id()));
			this.notificationDispatcher.notifyUser(account.user().id(), NotificationNews.of(NotificationKind.ROLE,
					"role", "role:" + account.user().id() + ":" + account.version(), "/", account.roles().getLast()));
		});
	}

}
