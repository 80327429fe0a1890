package org.parley.notification.contact;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.events.secret.EventSecretCipher;
import org.parley.platform.events.secret.SealedEventSecret;

/** Hears how people can be written to; nobody else can read their addresses. */
@EventConsumer("notifications")
class RecipientContactListener {

	private final Contacts contacts;

	private final EventSecretCipher eventSecretCipher;

	RecipientContactListener(Contacts contacts, EventSecretCipher eventSecretCipher) {
		this.contacts = contacts;
		this.eventSecretCipher = eventSecretCipher;
	}

	@EventHandler({ "contact.changed", "contact.snapshot" })
	void on(Told told) {
		this.contacts.learn(new Contact(told.userId(), this.eventSecretCipher.open(told.address()), told.verified(),
				told.locale(), told.timeZone(), told.version()));
	}

	/** How a person can be written to now. */
	record Told(String userId, SealedEventSecret address, boolean verified, String locale, String timeZone,
			long version) {
	}

}
