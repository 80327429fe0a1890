package org.parley.forum.draft;

import java.util.Optional;

import org.parley.forum.relocation.event.PostsRelocated;
import org.parley.forum.relocation.event.ThreadMergedAway;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored drafts. Every query is limited to one author. */
@Component
class Drafts {

	private static final String THREAD = "threadId";

	private final MongoOperations mongo;

	Drafts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Returns a draft of a member.
	 * @throws RefusalException 404 {@code draft.not-found}
	 */
	Draft require(String memberId, String id) {
		return Optional.ofNullable(this.mongo.findById(id, Draft.class))
			.filter((draft) -> draft.isOf(memberId))
			.orElseThrow(() -> RefusalException.notFound("draft.not-found", "The draft does not exist."));
	}

	/** Finds a member's drafts, newest first. */
	Paged<Draft> findPage(String memberId, PageQuery page) {
		return new NewestFirst(page, "begun").find(this.mongo, new Query(own(memberId)), Draft.class, Draft::id);
	}

	/** Counts a member's drafts, up to a maximum. */
	long count(String memberId, int max) {
		return this.mongo.count(new Query(own(memberId)).limit(max), Draft.class);
	}

	/** Saves a draft; fails if another device changed it in the meantime. */
	void save(Draft draft) {
		this.mongo.save(draft);
	}

	/** Deletes a draft; fails if another device changed it in the meantime. */
	void remove(Draft draft) {
		this.mongo.remove(draft);
	}

	/** Moves the drafts that answer moved posts. The version of the drafts stays. */
	@EventListener
	void on(PostsRelocated moved) {
		move(Criteria.where(THREAD).is(moved.from()).and("replyTo").in(moved.postIds()), moved.into());
	}

	/** Moves the drafts that reply to a merged thread. */
	@EventListener
	void on(ThreadMergedAway merged) {
		move(Criteria.where(THREAD).is(merged.from()), merged.into());
	}

	private void move(Criteria drafts, String into) {
		this.mongo.updateMulti(new Query(drafts), Update.update(THREAD, into), "drafts");
	}

	private static Criteria own(String memberId) {
		return Criteria.where("memberId").is(memberId);
	}

}
