package org.parley.forum.member;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.parley.platform.security.Caller;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the forum. Never part of a transaction: two first writes of a person must
 * not end each other, and a transaction that is older than a member must know them.
 */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class Members {

	private final MongoOperations mongo;

	Members(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * The caller, who is about to write.
	 * @throws org.parley.platform.web.problem.ProblemException 403 {@code member.banned}
	 */
	public Member writing(Caller caller) {
		var known = this.mongo.findById(caller.id(), Member.class);
		var member = (known != null) ? known : join(caller);
		member.requireActive();
		return member;
	}

	/** Those of the given people that the forum knows, by id. */
	public Map<String, Member> byId(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Member.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(Member::id, (member) -> member));
	}

	/** A person who has written here before. */
	public Member author(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Member.class), "Every author is a member");
	}

	private Member join(Caller caller) {
		try {
			return this.mongo.insert(Member.of(caller));
		}
		catch (DuplicateKeyException ex) {
			return author(caller.id());
		}
	}

}
