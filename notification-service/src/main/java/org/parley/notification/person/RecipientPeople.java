package org.parley.notification.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.contracts.account.AccountEvent;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The users known from events. */
@Component
public class RecipientPeople {

	private static final String BAN = "ban:";

	private final MongoOperations mongo;

	RecipientPeople(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public Optional<RecipientPerson> findById(String id) {
		return Optional.ofNullable(this.mongo.findById(id, RecipientPerson.class));
	}

	/** The users with these ids or lower-case usernames. */
	public List<RecipientPerson> findAll(Collection<String> ids, Collection<String> usernames) {
		var withId = Criteria.where("_id").in(ids);
		var wanted = usernames.isEmpty() ? withId
				: new Criteria().orOperator(withId, Criteria.where("usernameKey").in(usernames));
		return this.mongo.find(new Query(wanted), RecipientPerson.class);
	}

	/** The users whose accounts are not deleted, by their ids. */
	public Map<String, RecipientPerson> findPresent(Collection<String> ids) {
		return findAll(ids, List.of()).stream()
			.filter((person) -> !person.isGone())
			.collect(Collectors.toUnmodifiableMap(RecipientPerson::id, Function.identity()));
	}

	/** The subject of a mail about the ban of a user, by which it is checked again. */
	public static String aboutBan(String userId) {
		return BAN + userId;
	}

	/** Whether a mail is about a ban, and not about a notification. */
	public static boolean isAboutBan(String about) {
		return about.startsWith(BAN);
	}

	/** Whether the recipient of a mail about a ban is still banned. */
	public boolean isBanned(String about) {
		return findById(about.substring(BAN.length())).filter(RecipientPerson::isBanned).isPresent();
	}

	/**
	 * Claims the notifications of users for this transaction; a concurrent transaction
	 * that claims one of them is retried.
	 */
	public void claim(Collection<String> ids) {
		this.mongo.updateMulti(new Query(Criteria.where("_id").in(ids)), Update.update("claim", Ids.next()),
				RecipientPerson.class);
	}

	/** All users who have one of the roles. */
	public List<RecipientPerson> findByRole(String... roles) {
		return this.mongo.find(new Query(Criteria.where("roles").in((Object[]) roles)), RecipientPerson.class);
	}

	/**
	 * Removes the data of a user; the version remains, so that late events are ignored.
	 */
	public void markDeleted(String id, long version) {
		ContendedUpsert
			.write(() -> this.mongo.save(new RecipientPerson(id, "", "", "", List.of(), List.of(), version, null)));
	}

	/**
	 * Stores an account, unless a newer version is stored.
	 * @return the previous roles if they have changed
	 */
	public Optional<List<String>> saveIfNewer(AccountEvent account) {
		return VersionedUpsert.replaceOlder(this.mongo, RecipientPerson.of(account), RecipientPerson.class)
			.filter((known) -> known.version() < account.version())
			.map(RecipientPerson::roles)
			.filter((roles) -> !roles.equals(account.roles()));
	}

}
