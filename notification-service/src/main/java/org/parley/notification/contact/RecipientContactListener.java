package org.parley.notification.contact;

import org.parley.contracts.account.contact.ContactChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.messaging.secret.EventSecretCipher;

/** Stores contacts. Only this service can open the sealed addresses. */
@EventConsumer(value = "notifications", repeatable = true)
class RecipientContactListener {

	private final Contacts contacts;

	private final EventSecretCipher eventSecretCipher;

	RecipientContactListener(Contacts contacts, EventSecretCipher eventSecretCipher) {
		this.contacts = contacts;
		this.eventSecretCipher = eventSecretCipher;
	}

	@EventHandler({ "contact.changed", "contact.snapshot" })
	void on(ContactChanged event) {
		this.contacts.saveIfNewer(new Contact(event.userId(), this.eventSecretCipher.open(event.address()),
				event.verified(), event.locale(), event.timeZone(), event.version()));
	}

}
