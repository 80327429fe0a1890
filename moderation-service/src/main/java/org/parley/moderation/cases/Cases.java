package org.parley.moderation.cases;

import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored cases: at most one of a post is unresolved. */
@Component
public class Cases implements InitializingBean {

	private static final String POST = "grounds.post._id";

	private static final String THREAD = "grounds.thread._id";

	private static final String CATEGORY = "grounds.thread.category._id";

	private static final String NEWEST = "newest";

	private final MongoOperations mongo;

	Cases(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(ModerationCase.class);
		indexes.createIndex(new Index(POST, Direction.ASC).named("unresolved_of_post")
			.unique()
			.partial(PartialIndexFilter.of(new Document("status", new Document("$in", List.of("OPEN", "CLAIMED"))))));
		indexes.createIndex(new Index("status", Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index(POST, Direction.ASC).on("status", Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index(THREAD, Direction.ASC).on("status", Direction.ASC));
		indexes.createIndex(new Index(CATEGORY, Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index(CATEGORY, Direction.ASC).on("status", Direction.ASC).on("_id", Direction.DESC));
	}

	void insert(ModerationCase one) {
		this.mongo.insert(one);
	}

	/** Writes a change of the case, unless somebody else wrote one meanwhile. */
	void update(ModerationCase one) {
		var written = this.mongo.findAndReplace(new Query(one.unchanged()), one);
		if (written == null) {
			throw new OptimisticLockingFailureException("The case was changed meanwhile");
		}
	}

	Optional<ModerationCase> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ModerationCase.class));
	}

	/** The case that somebody must still decide, if there is one. */
	Optional<ModerationCase> unresolvedOf(String postId) {
		return Optional.ofNullable(this.mongo.findOne(
				new Query(Criteria.where(POST).is(postId).and("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED)),
				ModerationCase.class));
	}

	/** The cases of a thread that somebody must still decide. */
	List<ModerationCase> unresolvedIn(String threadId) {
		return this.mongo.find(
				new Query(Criteria.where(THREAD).is(threadId).and("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED)),
				ModerationCase.class);
	}

	/** The latest case that was withdrawn when the post went. */
	Optional<ModerationCase> withdrawnOf(String postId) {
		var query = new Query(Criteria.where(POST).is(postId).and("status").is(CaseStatus.WITHDRAWN));
		return Optional.ofNullable(this.mongo.findOne(query.with(Sort.by(Direction.DESC, "_id")), ModerationCase.class))
			.filter((one) -> one.withdrawal() == CaseWithdrawal.POST_REMOVED);
	}

	/** The cases that were withdrawn when the thread went. */
	List<ModerationCase> withdrawnIn(String threadId) {
		var query = new Query(Criteria.where(THREAD).is(threadId).and("status").is(CaseStatus.WITHDRAWN));
		return this.mongo.find(query, ModerationCase.class)
			.stream()
			.filter((one) -> one.withdrawal() == CaseWithdrawal.THREAD_REMOVED)
			.toList();
	}

	/** A page of those in some categories, newest first. */
	Paged<ModerationCase> page(CaseQuery wish, ModerationScope moderated) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), NEWEST, 1) : null;
		var back = from != null && from.backwards();
		var criteria = moderated.areAll() ? new Criteria() : Criteria.where(CATEGORY).in(moderated.ids());
		if (wish.status() != null) {
			criteria = criteria.and("status").is(CaseStatus.of(wish.status()));
		}
		if (from != null) {
			criteria = back ? criteria.and("_id").gt(from.text(0)) : criteria.and("_id").lt(from.text(0));
		}
		var query = new Query(criteria).with(Sort.by(back ? Direction.ASC : Direction.DESC, "_id"))
			.limit(Limit.of(wish.size() + 1));
		return Paged.walk(this.mongo.find(query, ModerationCase.class), from, wish.size(), NEWEST,
				(one) -> new Object[] { one.id() });
	}

	/** Whether there is any about a post. */
	public boolean areAbout(String postId) {
		return this.mongo.exists(new Query(Criteria.where(POST).is(postId)), ModerationCase.class);
	}

	/** Takes all of a thread to another category. */
	public void moveThread(String threadId, ModeratedThreadReference.Category category) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)),
				new Update().set("grounds.thread.category", category).inc("version", 1), ModerationCase.class);
	}

	/** Takes all about a post to another thread. */
	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread) {
		this.mongo.updateMulti(new Query(Criteria.where(POST).is(post.id())),
				new Update().set("grounds.post", post).set("grounds.thread", thread).inc("version", 1),
				ModerationCase.class);
	}

	/** How many somebody must still decide. */
	long countUnresolved() {
		return this.mongo.count(new Query(Criteria.where("status").in(CaseStatus.OPEN, CaseStatus.CLAIMED)),
				ModerationCase.class);
	}

}
