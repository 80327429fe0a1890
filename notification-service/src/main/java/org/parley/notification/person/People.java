package org.parley.notification.person;

import java.util.List;
import java.util.Optional;

import org.parley.notification.storage.Contended;
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
public class People implements InitializingBean {

	private final MongoOperations mongo;

	People(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Person.class).createIndex(new Index("usernameKey", Sort.Direction.ASC));
		this.mongo.indexOps(Person.class).createIndex(new Index("roles", Sort.Direction.ASC));
	}

	public Optional<Person> byId(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Person.class));
	}

	public Optional<Person> byName(String username) {
		return Optional.ofNullable(
				this.mongo.findOne(new Query(Criteria.where("usernameKey").is(Person.key(username))), Person.class));
	}

	/**
	 * Keeps what a person is told for this transaction: another that claims the same
	 * person begins anew, and then counts what this one has written.
	 */
	public void claim(String id) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(id)), Update.update("claim", Ids.next()),
				Person.class);
	}

	/** All who have one of these roles. */
	public List<Person> withRole(String... roles) {
		return this.mongo.find(new Query(Criteria.where("roles").in((Object[]) roles)), Person.class);
	}

	/** Forgets all of somebody but that there was an account, whatever comes late. */
	public void forget(String id, long version) {
		Contended.write(() -> this.mongo.save(new Person(id, "", "", List.of(), version, null)));
	}

	/**
	 * Takes over what is told of a person, unless something newer is known.
	 * @return the roles that they had before, when they have others now
	 */
	public Optional<List<String>> learn(Told told) {
		var known = this.mongo.findById(told.user().id(), Person.class);
		if (known != null && known.version() >= told.version()) {
			return Optional.empty();
		}
		Contended.write(() -> this.mongo.save(told.person()));
		return Optional.ofNullable(known).map(Person::roles).filter((roles) -> !roles.equals(told.roles()));
	}

}
