package org.parley.summary.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.parley.summary.discussion.SummarizedPosts;
import org.parley.summary.discussion.SummarizedThread;
import org.parley.summary.engine.ContentFingerprint;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored summaries. */
@Component
public class Summaries {

	private final MongoOperations mongo;

	private final SummarizedPosts summarizedPosts;

	Summaries(MongoOperations mongo, SummarizedPosts summarizedPosts) {
		this.mongo = mongo;
		this.summarizedPosts = summarizedPosts;
	}

	/**
	 * The summary of a thread, if it may be shown: nothing that it rests on was changed
	 * or taken away. Looked at anew each time, so that no order of events shows what is
	 * gone.
	 */
	public Optional<Summary> standing(SummarizedThread thread) {
		return Optional.ofNullable(this.mongo.findById(thread.id(), Summary.class))
			.filter((summary) -> stands(summary, thread));
	}

	/** Whether nothing that a summary rests on was changed or taken away. */
	public boolean stands(Summary summary, SummarizedThread thread) {
		var prints = new HashMap<>(this.summarizedPosts.prints(thread.id(), summary.numbers()));
		prints.put(ContentFingerprint.TITLE, thread.title());
		return thread.isShown() && summary.stands(prints);
	}

	/** Keeps a summary in place of the one before. */
	public void keep(Summary summary) {
		this.mongo.save(summary);
	}

	/**
	 * Forgets a summary that lost its basis while it was being stored: what took the
	 * basis away did not find it yet.
	 */
	public void forgetUnlessStanding(Summary summary, SummarizedThread thread) {
		if (!stands(summary, thread)) {
			this.mongo.remove(
					where(Criteria.where("_id").is(summary.threadId()).and("summaryId").is(summary.summaryId())),
					Summary.class);
		}
	}

	/** How far the last summary of a thread went, if there is one; else 0. */
	public int coveredThrough(String threadId) {
		var query = where(Criteria.where("_id").is(threadId));
		query.fields().include("draft.coveredThrough");
		var found = this.mongo.findOne(query, Document.class, this.mongo.getCollectionName(Summary.class));
		return (found != null) ? found.getEmbedded(List.of("draft", "coveredThrough"), 0) : 0;
	}

	/** Forgets the summary of a thread. */
	void forget(String threadId) {
		this.mongo.remove(where(Criteria.where("_id").is(threadId)), Summary.class);
	}

	/** Forgets the summary of a thread, if it rests on what was said otherwise. */
	void forget(String threadId, int number, String unlessPrint) {
		var other = Criteria.where("number").is(number).and("print").ne(unlessPrint);
		this.mongo.remove(where(Criteria.where("_id").is(threadId).and("draft.basis").elemMatch(other)), Summary.class);
	}

	private static Query where(Criteria criteria) {
		return new Query(criteria);
	}

}
