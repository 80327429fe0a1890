package org.parley.summary.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.parley.summary.discussion.post.SummarizedPosts;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummarizedThreads;
import org.parley.summary.engine.ContentFingerprint;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores summaries. */
@Component
public class Summaries {

	private final MongoOperations mongo;

	private final SummarizedThreads summarizedThreads;

	private final SummarizedPosts summarizedPosts;

	Summaries(MongoOperations mongo, SummarizedThreads summarizedThreads, SummarizedPosts summarizedPosts) {
		this.mongo = mongo;
		this.summarizedThreads = summarizedThreads;
		this.summarizedPosts = summarizedPosts;
	}

	/**
	 * Finds the summary of a thread, if its basis is unchanged. The basis is verified on
	 * each call, so that no order of events shows removed posts.
	 */
	public Optional<Summary> findCurrent(SummarizedThread thread) {
		return Optional.ofNullable(this.mongo.findById(thread.id(), Summary.class))
			.filter((summary) -> isCurrent(summary, thread));
	}

	/** Whether the thread is visible and the basis of its summary is unchanged. */
	public boolean isCurrent(Summary summary, SummarizedThread thread) {
		var prints = new HashMap<>(this.summarizedPosts.findPrints(thread.id(), summary.basisNumbers()));
		prints.put(ContentFingerprint.TITLE, thread.title());
		return thread.isShown() && summary.isCurrent(prints);
	}

	/** Stores a summary in place of the previous one. */
	public void save(Summary summary) {
		this.mongo.save(summary);
	}

	/**
	 * Deletes a summary whose basis changed while it was being stored. The listener of
	 * that change could not find it yet.
	 */
	public void deleteIfOutdated(Summary summary) {
		var current = this.summarizedThreads.find(summary.threadId()).filter((thread) -> isCurrent(summary, thread));
		if (current.isEmpty()) {
			this.mongo.remove(
					where(Criteria.where("_id").is(summary.threadId()).and("summaryId").is(summary.summaryId())),
					Summary.class);
		}
	}

	/** Finds the last post that the stored summary covers; 0 without a summary. */
	public int findCoveredThrough(String threadId) {
		var query = where(Criteria.where("_id").is(threadId));
		query.fields().include("draft.coveredThrough");
		var found = this.mongo.findOne(query, Document.class, this.mongo.getCollectionName(Summary.class));
		return (found != null) ? found.getEmbedded(List.of("draft", "coveredThrough"), 0) : 0;
	}

	void delete(String threadId) {
		this.mongo.remove(where(Criteria.where("_id").is(threadId)), Summary.class);
	}

	/** Deletes the summary of a thread if it is based on another print of a post. */
	void deleteUnlessPrintIs(String threadId, int number, String print) {
		var other = Criteria.where("number").is(number).and("print").ne(print);
		this.mongo.remove(where(Criteria.where("_id").is(threadId).and("draft.basis").elemMatch(other)), Summary.class);
	}

	private static Query where(Criteria criteria) {
		return new Query(criteria);
	}

}
