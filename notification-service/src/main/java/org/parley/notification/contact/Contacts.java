package org.parley.notification.contact;

import java.util.Locale;
import java.util.Optional;

import org.parley.notification.storage.ContendedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Everybody's contact, as far as auth-service has told it. */
@Component
public class Contacts {

	private final MongoOperations mongo;

	Contacts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public Optional<Contact> of(String userId) {
		return Optional.ofNullable(this.mongo.findById(userId, Contact.class))
			.filter((contact) -> !contact.address().isEmpty());
	}

	/** In which language somebody reads. */
	public Locale localeOf(String userId) {
		return of(userId).map(Contact::locale).orElse(Locale.ENGLISH);
	}

	/** Forgets all of somebody but that there was an account, whatever comes late. */
	public void forget(String userId, long version) {
		ContendedUpsert.write(() -> this.mongo.save(new Contact(userId, "", false, "en", "UTC", version)));
	}

	void learn(Contact told) {
		var known = this.mongo.findById(told.userId(), Contact.class);
		if (known == null || known.version() < told.version()) {
			ContendedUpsert.write(() -> this.mongo.save(told));
		}
	}

}
