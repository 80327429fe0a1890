package org.parley.notification.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.notification.contact.Contacts;
import org.parley.notification.following.Subscriptions;
import org.parley.notification.mail.Mailing;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.Template;
import org.parley.notification.notification.News;
import org.parley.notification.notification.Telling;
import org.parley.notification.person.People;
import org.parley.notification.person.Told;
import org.parley.notification.preference.Kind;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears who the people are and what they may do, and tells them when that changes. */
@Listens("notifications")
class UserListener {

	private final People people;

	private final Contacts contacts;

	private final Subscriptions subscriptions;

	private final Telling telling;

	private final Mailing mailing;

	UserListener(People people, Contacts contacts, Subscriptions subscriptions, Telling telling, Mailing mailing) {
		this.people = people;
		this.contacts = contacts;
		this.subscriptions = subscriptions;
		this.telling = telling;
		this.mailing = mailing;
	}

	@Hears({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.unbanned",
			"user.snapshot" })
	void on(Told told) {
		learn(told);
	}

	@Hears("user.banned")
	void on(Banned banned, EventEnvelope event) {
		learn(banned.told().banned());
		var mail = NewMail.toPerson("ban:" + event.id(), Template.BAN, banned.user().id(),
				Map.of("reason", banned.reason()));
		this.mailing.send((banned.until() != null) ? mail.until(banned.until()) : mail);
	}

	@Hears("user.deleted")
	void on(Deleted deleted) {
		this.people.forget(deleted.userId(), deleted.version());
		this.contacts.forget(deleted.userId(), deleted.version());
		this.subscriptions.forget(deleted.userId());
	}

	private void learn(Told told) {
		this.people.learn(told)
			.ifPresent((_) -> this.telling.tell(told.user().id(), News.of(Kind.ROLE, "role",
					"role:" + told.user().id() + ":" + told.version(), "/", told.roles().getLast())));
	}

	/** An account is gone. */
	record Deleted(String userId, long version) {
	}

	/** A person may not sign in or write any more. */
	record Banned(Told.Account user, List<String> roles, long version, String reason, @Nullable Instant until) {

		Told told() {
			return new Told(this.user, this.roles, this.version);
		}

	}

}
