package org.parley.forum.counter;

import java.time.Instant;

import org.parley.forum.counter.LastActivities.Activity;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.BatchedInserts;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal of counter changes. Part of the transaction that causes a change. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CounterJournal {

	private final BatchedInserts inserts;

	private final UnitOfWork unitOfWork;

	private final ClusterLoop aggregator;

	CounterJournal(BatchedInserts inserts, UnitOfWork unitOfWork, @Qualifier("counterLoop") ClusterLoop aggregator) {
		this.inserts = inserts;
		this.unitOfWork = unitOfWork;
		this.aggregator = aggregator;
	}

	/** Records a reply that is new or visible again. */
	public void recordReply(CounterTarget thread, Instant at, String by) {
		recordMovedReplies(thread, 1, at, by);
	}

	/** Records visible replies that were hidden or moved away. */
	public void recordHiddenReplies(CounterTarget thread, int count) {
		insert(CounterChange.ofHiddenReplies(thread, count));
	}

	/**
	 * Records visible posts that were moved into a thread.
	 * @param replies the number of replies among them
	 * @param at when the newest of them was created
	 * @param by the id of its author
	 */
	public void recordMovedReplies(CounterTarget thread, int replies, Instant at, String by) {
		insert(CounterChange.ofReplies(thread, replies, new Activity(at, by)));
	}

	/** Records that a post with votes opens a thread now. */
	public void recordOpening(CounterTarget post) {
		insert(CounterChange.ofVotes(post, 0, 0));
	}

	/** Records a changed vote. */
	public void recordVote(CounterTarget post, int before, int after) {
		insert(CounterChange.ofVotes(post, count(after, 1) - count(before, 1), count(after, -1) - count(before, -1)));
	}

	private void insert(CounterChange change) {
		this.inserts.insert(new CounterEntry(Ids.next(), change));
		this.unitOfWork.afterCommit(this.aggregator::signal);
	}

	private static int count(int value, int counted) {
		return (value == counted) ? 1 : 0;
	}

}
