package org.parley.notification.contact;

import java.util.Locale;
import java.util.Optional;

import org.parley.notification.storage.ContendedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored contacts, from events of auth-service. */
@Component
public class Contacts {

	private final MongoOperations mongo;

	Contacts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public Optional<Contact> find(String userId) {
		return Optional.ofNullable(this.mongo.findById(userId, Contact.class))
			.filter((contact) -> !contact.address().isEmpty());
	}

	/** The language of a user; English by default. */
	public Locale localeOf(String userId) {
		return find(userId).map(Contact::locale).orElse(Locale.ENGLISH);
	}

	/**
	 * Removes the data of a user; the version remains, so that late events are ignored.
	 */
	public void markDeleted(String userId, long version) {
		ContendedUpsert.write(() -> this.mongo.save(new Contact(userId, "", false, "en", "UTC", version)));
	}

	void saveIfNewer(Contact contact) {
		var known = this.mongo.findById(contact.userId(), Contact.class);
		if (known == null || known.version() < contact.version()) {
			ContendedUpsert.write(() -> this.mongo.save(contact));
		}
	}

}
