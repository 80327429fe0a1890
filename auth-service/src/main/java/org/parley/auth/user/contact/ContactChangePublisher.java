package org.parley.auth.user.contact;

import org.parley.auth.user.event.ContactMoved;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells others, sealed, what accounts say of it in clear; in the same transaction. */
@Component
class ContactChangePublisher {

	private final ApplicationEventPublisher events;

	private final MailPayloadCipher seal;

	ContactChangePublisher(ApplicationEventPublisher events, MailPayloadCipher seal) {
		this.events = events;
		this.seal = seal;
	}

	@EventListener
	void on(ContactMoved event) {
		var user = event.user();
		var profile = user.profile();
		this.events.publishEvent(new ContactChanged(user.id(), this.seal.seal(user.email()), user.isEmailVerified(),
				profile.locale(), profile.timeZone(), user.version()));
	}

}
