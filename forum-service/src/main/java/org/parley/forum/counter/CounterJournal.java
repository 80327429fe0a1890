package org.parley.forum.counter;

import java.time.Instant;

import org.parley.forum.counter.CounterChange.Activity;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal of changes to counters. Written only in the transaction that causes them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CounterJournal {

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final ClusterLoop folder;

	CounterJournal(MongoOperations mongo, UnitOfWork work, @Qualifier("tallyFolder") ClusterLoop folder) {
		this.mongo = mongo;
		this.work = work;
		this.folder = folder;
	}

	/** Somebody replied to a thread. */
	public void replied(CounterTarget thread, Instant at, String by) {
		came(thread, 1, at, by);
	}

	/** Replies that were there went, or came back. */
	public void replies(CounterTarget thread, int difference) {
		note(new CounterChange(thread, difference, 0, 0, null, null));
	}

	/** A post that was elsewhere came, with as many replies as everybody sees in it. */
	public void came(CounterTarget thread, int replies, Instant at, String by) {
		note(new CounterChange(thread, replies, 0, 0, new Activity(at, by), null));
	}

	/** Posts went elsewhere; this is the last of those that are left. */
	public void left(CounterTarget thread, Instant at, String by) {
		note(new CounterChange(thread, 0, 0, 0, null, new Activity(at, by)));
	}

	/** A vote became another one. */
	public void voted(CounterTarget target, int before, int after) {
		note(new CounterChange(target, 0, is(after, 1) - is(before, 1), is(after, -1) - is(before, -1), null, null));
	}

	private void note(CounterChange counterChange) {
		this.mongo.insert(new CounterEntry(Ids.next(), counterChange));
		this.work.afterCommit(this.folder::signal);
	}

	private static int is(int value, int wanted) {
		return (value == wanted) ? 1 : 0;
	}

}
