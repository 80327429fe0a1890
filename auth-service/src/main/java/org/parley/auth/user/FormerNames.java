package org.parley.auth.user;

import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The usernames of erased accounts, which stay reserved. Only hashes are stored, so that
 * a name can be tested but not read.
 */
@Component
public class FormerNames {

	private final MongoOperations mongo;

	FormerNames(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Reserves the name of an account. Runs in the transaction that erases it. */
	public void reserve(User user) {
		this.mongo.save(new FormerName(hash(Username.keyOf(user.username()))));
	}

	public boolean contains(Username name) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(hash(name.key()))), FormerName.class);
	}

	private static String hash(String key) {
		return Sha256.hex("username:" + key);
	}

	/**
	 * A reserved name.
	 *
	 * @param hash the hash of the lower-case name
	 */
	@Document("former_names")
	record FormerName(@Id String hash) {
	}

}
