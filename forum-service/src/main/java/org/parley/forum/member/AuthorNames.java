package org.parley.forum.member;

import java.util.Optional;

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

/** Finds people by the name that readers know. */
@Component
public class AuthorNames implements InitializingBean {

	private static final Collation WITHOUT_CASE = Collation.of("en").strength(Collation.ComparisonLevel.secondary());

	private final MongoOperations mongo;

	AuthorNames(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Member.class)
			.createIndex(new Index("username", Sort.Direction.ASC).collation(WITHOUT_CASE).named("username"));
	}

	/** The person of that username; nobody of those who are gone. */
	public Optional<Member> named(String username) {
		if (DeletedUser.USERNAME.equalsIgnoreCase(username)) {
			return Optional.empty();
		}
		var query = new Query(Criteria.where("username").is(username)).collation(WITHOUT_CASE);
		return Optional.ofNullable(this.mongo.findOne(query, Member.class));
	}

	/**
	 * The same, when they must be there.
	 * @throws ProblemException 404 {@code member.not-found}
	 */
	public Member require(String username) {
		return named(username)
			.orElseThrow(() -> ProblemException.notFound("member.not-found", "Nobody here has such a name."));
	}

}
