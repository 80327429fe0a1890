package org.parley.auth.user;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Usernames that stay reserved: those of erased accounts for nobody, and former ones of
 * renamed accounts for their owners. Only hashes are stored, so that a name can be tested
 * but not read.
 */
@Component
public class FormerNames {

	private final MongoOperations mongo;

	FormerNames(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Reserves the name of an account for its owner. Runs in the transaction that renames
	 * it.
	 */
	public void keep(User user) {
		this.mongo.save(new FormerName(hash(Username.keyOf(user.username())), user.id()));
	}

	/**
	 * Reserves the names of an account for nobody. Runs in the transaction that erases
	 * it.
	 */
	public void reserve(User user) {
		this.mongo.updateMulti(new Query(Criteria.where("owner").is(user.id())), new Update().unset("owner"),
				FormerName.class);
		this.mongo.save(new FormerName(hash(Username.keyOf(user.username())), null));
	}

	public boolean contains(Username name) {
		return this.mongo.exists(named(name), FormerName.class);
	}

	/**
	 * Whether an account cannot have a name because it is reserved, and not for its
	 * owner.
	 */
	public boolean isClosedTo(User user, Username name) {
		return this.mongo.exists(named(name).addCriteria(Criteria.where("owner").ne(user.id())), FormerName.class);
	}

	private static Query named(Username name) {
		return new Query(Criteria.where("_id").is(hash(name.key())));
	}

	private static String hash(String key) {
		return Sha256.hex("username:" + key);
	}

	/**
	 * A reserved name.
	 *
	 * @param hash the hash of the lower-case name
	 * @param owner id of the renamed account; null if nobody can have the name
	 */
	@Document("former_names")
	@CompoundIndex(def = "{'owner': 1}", sparse = true)
	record FormerName(@Id String hash, @Nullable String owner) {
	}

}
