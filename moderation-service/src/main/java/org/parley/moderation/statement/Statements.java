package org.parley.moderation.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.statement.token.AppealToken;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores statements with their appeals. */
@Component
public class Statements {

	private static final String POST = "grounds.post._id";

	private static final String AUTHOR = "grounds.post.author._id";

	private static final String THREAD = "grounds.thread._id";

	private static final String CATEGORY = "grounds.thread.category._id";

	private static final String RESTRICTION = "measure.restriction";

	private static final String UNTIL = "measure.until";

	private static final String APPEAL = "appeal._id";

	private static final String APPEAL_STATUS = "appeal.status";

	private static final String TOKEN = "tokenHash";

	private final MongoOperations mongo;

	Statements(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void insert(Statement issued) {
		this.mongo.insert(issued);
	}

	/**
	 * Stores a change of a statement.
	 * @throws OptimisticLockingFailureException when another change was stored first
	 */
	public void update(Statement changed) {
		var previous = Criteria.where("_id").is(changed.id()).and("version").is(changed.version() - 1);
		if (this.mongo.findAndReplace(new Query(previous), changed) == null) {
			throw new OptimisticLockingFailureException("The statement was changed concurrently");
		}
	}

	public Optional<Statement> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Statement.class));
	}

	/** Finds a statement for the author of its post. */
	public Optional<Statement> findOwn(String id, String authorId) {
		return Optional.ofNullable(this.mongo.findById(id, Statement.class))
			.filter((found) -> found.grounds().post().author().id().equals(authorId));
	}

	/** Finds the statement of a token, unless the time for an appeal is over. */
	public Optional<Statement> findByToken(AppealToken token, Instant now) {
		return Optional
			.ofNullable(this.mongo.findOne(new Query(Criteria.where(TOKEN).is(token.hash())), Statement.class))
			.filter((found) -> found.admits(token, now));
	}

	/** Finds a page of the statements for an author, newest first. */
	public Paged<Statement> findOwn(PageQuery page, String authorId) {
		return new NewestFirst(page).find(this.mongo, new Query(Criteria.where(AUTHOR).is(authorId)), Statement.class,
				Statement::id);
	}

	/**
	 * Whether a text that an author wrote at a time is held, because another text than
	 * the given one had limited the author before.
	 */
	public boolean isAuthorLimited(String authorId, String otherThan, Instant at) {
		var limit = Criteria.where(AUTHOR)
			.is(authorId)
			.and(RESTRICTION)
			.is(Restriction.LIMIT)
			.and("status")
			.is(StatementStatus.IN_FORCE)
			.and("issuedAt")
			.lte(at)
			.and(UNTIL)
			.gt(at)
			.and(POST)
			.ne(otherThan);
		return this.mongo.exists(new Query(limit), Statement.class);
	}

	List<Statement> findInForce(String postId) {
		return this.mongo.find(new Query(Criteria.where(POST).is(postId).and("status").is(StatementStatus.IN_FORCE)),
				Statement.class);
	}

	/** Finds the statements in force about posts for which rules had locked a thread. */
	List<Statement> findLocksOf(String threadId, Instant until) {
		var locks = Criteria.where(THREAD)
			.is(threadId)
			.and(RESTRICTION)
			.is(Restriction.LOCK)
			.and("status")
			.is(StatementStatus.IN_FORCE)
			.and("issuedAt")
			.lte(until);
		return this.mongo.find(new Query(locks), Statement.class);
	}

	public Optional<Statement> findByAppeal(String appealId) {
		return Optional.ofNullable(this.mongo.findOne(new Query(Criteria.where(APPEAL).is(appealId)), Statement.class));
	}

	/** Finds a page of the appeals in a scope, oldest first. */
	public Paged<Statement> findAppeals(AppealStatus status, PageQuery page, ModerationScope scope) {
		var criteria = scope.coversAll() ? new Criteria() : Criteria.where(CATEGORY).in(scope.ids());
		return new OrderedPage(page, "oldest", Direction.ASC, APPEAL).find(this.mongo,
				new Query(criteria.and(APPEAL_STATUS).is(status)), Statement.class,
				(listed) -> listed.appeal().orElseThrow().id());
	}

	/** Sets the end of an author's bans that were issued before and would last longer. */
	void endBans(String authorId, Instant at) {
		var longer = new Criteria().orOperator(Criteria.where(UNTIL).is(null), Criteria.where(UNTIL).gt(at));
		var bans = Criteria.where(AUTHOR)
			.is(authorId)
			.and(RESTRICTION)
			.is(Restriction.BAN)
			.and("status")
			.is(StatementStatus.IN_FORCE)
			.and("issuedAt")
			.lte(at);
		this.mongo.updateMulti(new Query(bans.andOperator(longer)), new Update().set(UNTIL, at).inc("version", 1),
				Statement.class);
	}

	/** Moves all statements about a thread to another category. */
	public void moveThread(String threadId, ModeratedThreadReference.Category category) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)),
				new Update().set("grounds.thread.category", category).inc("version", 1), Statement.class);
	}

	/** Moves all statements about a post to another thread. */
	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread) {
		this.mongo.updateMulti(new Query(Criteria.where(POST).is(post.id())),
				new Update().set("grounds.post", post).set("grounds.thread", thread).inc("version", 1),
				Statement.class);
	}

	long countOpen() {
		return this.mongo.count(new Query(Criteria.where(APPEAL_STATUS).is(AppealStatus.OPEN)), Statement.class);
	}

	long countOverdue(Instant now) {
		return this.mongo.count(
				new Query(Criteria.where(APPEAL_STATUS).is(AppealStatus.OPEN).and("appeal.answerBy").lt(now)),
				Statement.class);
	}

}
