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

/** The people that this service has heard of. */
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

	public Optional<RecipientPerson> byId(String id) {
		return Optional.ofNullable(this.mongo.findById(id, RecipientPerson.class));
	}

	public Optional<RecipientPerson> byName(String username) {
		return Optional.ofNullable(this.mongo.findOne(
				new Query(Criteria.where("usernameKey").is(RecipientPerson.key(username))), RecipientPerson.class));
	}

	/**
	 * Keeps what a person is told for this transaction: another that claims the same
	 * person begins anew, and then counts what this one has written.
	 */
	public void claim(String id) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), Update.update("claim", Ids.next()),
				RecipientPerson.class);
	}

	/** All who have one of these roles. */
	public List<RecipientPerson> withRole(String... roles) {
		return this.mongo.find(new Query(Criteria.where("roles").in((Object[]) roles)), RecipientPerson.class);
	}

	/** Forgets all of somebody but that there was an account, whatever comes late. */
	public void forget(String id, long version) {
		ContendedUpsert.write(() -> this.mongo.save(new RecipientPerson(id, "", "", List.of(), version, null)));
	}

	/**
	 * Takes over what is told of a person, unless something newer is known.
	 * @return the roles that they had before, when they have others now
	 */
	public Optional<List<String>> learn(RecipientEventData recipientEventData) {
		var known = this.mongo.findById(recipientEventData.user().id(), RecipientPerson.class);
		if (known != null && known.version() >= recipientEventData.version()) {
			return Optional.empty();
		}
		ContendedUpsert.write(() -> this.mongo.save(recipientEventData.person()));
		return Optional.ofNullable(known)
			.map(RecipientPerson::roles)
			.filter((roles) -> !roles.equals(recipientEventData.roles()));
	}

}
