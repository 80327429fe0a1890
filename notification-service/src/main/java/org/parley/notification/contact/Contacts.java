package org.parley.notification.contact;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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

	/** The user with a verified address, ignoring case; empty if there are several. */
	public Optional<Contact> findVerified(String address) {
		var found = this.mongo.find(new Query(Criteria.where("address").is(address).and("verified").is(true))
			.collation(Collation.of("en").strength(2))
			.limit(2), Contact.class);
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

	public Map<String, Contact> findAll(Collection<String> userIds) {
		return this.mongo.find(new Query(Criteria.where("_id").in(userIds)), Contact.class)
			.stream()
			.filter((contact) -> !contact.address().isEmpty())
			.collect(Collectors.toMap(Contact::userId, Function.identity()));
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
		VersionedUpsert.replaceOlder(this.mongo, contact, Contact.class);
	}

}
