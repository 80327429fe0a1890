package org.parley.forum.member;

import java.util.List;
import java.util.Optional;

import org.parley.platform.events.account.AccountStatus;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Collation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds members by username, ignoring case. */
@Component
public class AuthorNames implements InitializingBean {

	private static final Collation WITHOUT_CASE = Collation.of("en").strength(Collation.ComparisonLevel.secondary());

	/** The character that collations sort after all others. */
	private static final String AFTER_ALL = "\uffff";

	private final MongoOperations mongo;

	AuthorNames(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Member.class)
			.createIndex(new Index("username", Sort.Direction.ASC).collation(WITHOUT_CASE).named("username"));
	}

	/** Finds the member with a username; erased members are never found. */
	public Optional<Member> find(String username) {
		if (DeletedUser.USERNAME.equalsIgnoreCase(username)) {
			return Optional.empty();
		}
		var query = new Query(Criteria.where("username").is(username)).collation(WITHOUT_CASE);
		return Optional.ofNullable(this.mongo.findOne(query, Member.class));
	}

	/** Finds members who may write and whose username begins with a text, by username. */
	public List<Member> beginningWith(String text, int limit) {
		var names = Criteria.where("username").gte(text).lt(text + AFTER_ALL).ne(DeletedUser.USERNAME);
		var query = new Query(names.and("status").is(AccountStatus.ACTIVE)).collation(WITHOUT_CASE)
			.with(Sort.by("username"))
			.limit(limit);
		return this.mongo.find(query, Member.class);
	}

	/**
	 * Returns the member with a username.
	 * @throws ProblemException 404 {@code member.not-found}
	 */
	public Member require(String username) {
		return find(username)
			.orElseThrow(() -> ProblemException.notFound("member.not-found", "There is no member with this username."));
	}

}
