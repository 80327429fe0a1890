package org.parley.notification.person;

import java.util.List;
import java.util.Optional;

import org.parley.notification.storage.ContendedUpsert;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The users known from events. */
@Component
public class RecipientPeople implements InitializingBean {

	private final MongoOperations mongo;

	RecipientPeople(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(RecipientPerson.class).createIndex(new Index("usernameKey", Sort.Direction.ASC));
		this.mongo.indexOps(RecipientPerson.class).createIndex(new Index("roles", Sort.Direction.ASC));
	}

	public Optional<RecipientPerson> findById(String id) {
		return Optional.ofNullable(this.mongo.findById(id, RecipientPerson.class));
	}

	public Optional<RecipientPerson> findByUsername(String username) {
		return Optional.ofNullable(this.mongo.findOne(
				new Query(Criteria.where("usernameKey").is(RecipientPerson.key(username))), RecipientPerson.class));
	}

	/**
	 * Claims the notifications of a user for this transaction; a concurrent transaction
	 * that claims the same user is retried.
	 */
	public void claim(String id) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), Update.update("claim", Ids.next()),
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
		ContendedUpsert.write(() -> this.mongo.save(new RecipientPerson(id, "", "", List.of(), version, null)));
	}

	/**
	 * Stores an account, unless a newer version is stored.
	 * @return the previous roles if they have changed
	 */
	public Optional<List<String>> saveIfNewer(RecipientEventData account) {
		var known = this.mongo.findById(account.user().id(), RecipientPerson.class);
		if (known != null && known.version() >= account.version()) {
			return Optional.empty();
		}
		ContendedUpsert.write(() -> this.mongo.save(account.person()));
		return Optional.ofNullable(known).map(RecipientPerson::roles).filter((roles) -> !roles.equals(account.roles()));
	}

}
