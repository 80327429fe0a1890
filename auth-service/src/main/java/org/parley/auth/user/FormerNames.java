package org.parley.auth.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Names of people who are gone, which nobody else shall have. Only hashes are kept:
 * whether a name was somebody's can be tried as by registering, and no more.
 */
@Component
public class FormerNames {

	private final MongoOperations mongo;

	FormerNames(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Keeps a name from others. Part of the transaction in which it is given up. */
	public void keep(User user) {
		this.mongo.save(new FormerName(hash(Username.keyOf(user.username()))));
	}

	public boolean has(Username name) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(hash(name.key()))), FormerName.class);
	}

	private static String hash(String key) {
		try {
			var bytes = ("username:" + key).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * A name.
	 *
	 * @param hash of the name without regard to case
	 */
	@Document("former_names")
	record FormerName(@Id String hash) {
	}

}
