package org.parley.forum.counter;

import java.time.Instant;

import org.parley.forum.counter.CounterChange.Activity;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.BatchedInserts;
import org.parley.platform.web.transaction.UnitOfWork;

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

	CounterJournal(BatchedInserts inserts, UnitOfWork unitOfWork, @Qualifier("tallyFolder") ClusterLoop aggregator) {
		this.inserts = inserts;
		this.unitOfWork = unitOfWork;
		this.aggregator = aggregator;
	}

	/** Records a new reply. */
	public void recordReply(CounterTarget thread, Instant at, String by) {
		recordMovedReplies(thread, 1, at, by);
	}

	/** Records a change of the number of visible replies. */
	public void recordReplies(CounterTarget thread, int difference) {
		insert(new CounterChange(thread, difference, 0, 0, null, null));
	}

	/**
	 * Records posts that were moved into a thread.
	 * @param replies the number of visible replies among them
	 * @param at when the newest of them was created
	 * @param by the id of its author
	 */
	public void recordMovedReplies(CounterTarget thread, int replies, Instant at, String by) {
		insert(new CounterChange(thread, replies, 0, 0, new Activity(at, by), null));
	}

	/** Resets the last activity to that of the last remaining post. */
	public void resetLastActivity(CounterTarget thread, Instant at, String by) {
		insert(new CounterChange(thread, 0, 0, 0, null, new Activity(at, by)));
	}

	/** Records a changed vote. */
	public void recordVote(CounterTarget target, int before, int after) {
		insert(new CounterChange(target, 0, count(after, 1) - count(before, 1), count(after, -1) - count(before, -1),
				null, null));
	}

	private void insert(CounterChange change) {
		this.inserts.insert(new CounterEntry(Ids.next(), change));
		this.unitOfWork.afterCommit(this.aggregator::signal);
	}

	private static int count(int value, int counted) {
		return (value == counted) ? 1 : 0;
	}

}
