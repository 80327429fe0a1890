package org.parley.auth.user.contact;

import org.parley.auth.user.ContactMoved;
import org.parley.platform.messaging.secret.MailPayloadCipher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes changed contact data, encrypted, in the transaction of the change. */
@Component
class ContactChangePublisher {

	private final ApplicationEventPublisher events;

	private final MailPayloadCipher cipher;

	ContactChangePublisher(ApplicationEventPublisher events, MailPayloadCipher cipher) {
		this.events = events;
		this.cipher = cipher;
	}

	@EventListener
	void on(ContactMoved event) {
		this.events.publishEvent(ContactChanged.of(ContactChanged.CHANGED, event.user(), this.cipher));
	}

}
