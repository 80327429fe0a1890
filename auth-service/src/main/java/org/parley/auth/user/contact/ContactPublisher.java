package org.parley.auth.user.contact;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.ContactMoved;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.contracts.account.contact.ContactChanged;
import org.parley.platform.messaging.secret.MailPayloadCipher;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Publishes contact data, encrypted: in the transaction of a change, and that of all
 * users in a snapshot.
 */
@Component
class ContactPublisher implements Snapshot {

	private final Users users;

	private final ApplicationEventPublisher events;

	private final MailPayloadCipher cipher;

	ContactPublisher(Users users, ApplicationEventPublisher events, MailPayloadCipher cipher) {
		this.users = users;
		this.events = events;
		this.cipher = cipher;
	}

	@EventListener
	void on(ContactMoved event) {
		this.events.publishEvent(contact("contact.changed", event.user()));
	}

	@Override
	public String type() {
		return "contact.snapshot";
	}

	@Override
	public List<ContactChanged> after(@Nullable String id, int limit) {
		return this.users.findKnownAfter(Objects.requireNonNullElse(id, ""), Limit.of(limit))
			.stream()
			.map((user) -> contact(type(), user))
			.toList();
	}

	private ContactChanged contact(String type, User user) {
		var profile = user.profile();
		return new ContactChanged(type, user.id(), this.cipher.seal(user.email()), user.isEmailVerified(),
				profile.locale(), profile.timeZone(), user.version());
	}

}
