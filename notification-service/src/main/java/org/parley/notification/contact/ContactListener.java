package org.parley.notification.contact;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.platform.events.secret.Sealed;
import org.parley.platform.events.secret.Sealing;

/** Hears how people can be written to; nobody else can read their addresses. */
@Listens("notifications")
class ContactListener {

	private final Contacts contacts;

	private final Sealing sealing;

	ContactListener(Contacts contacts, Sealing sealing) {
		this.contacts = contacts;
		this.sealing = sealing;
	}

	@Hears({ "contact.changed", "contact.snapshot" })
	void on(Told told) {
		this.contacts.learn(new Contact(told.userId(), this.sealing.open(told.address()), told.verified(),
				told.locale(), told.timeZone(), told.version()));
	}

	/** How a person can be written to now. */
	record Told(String userId, Sealed address, boolean verified, String locale, String timeZone, long version) {
	}

}
