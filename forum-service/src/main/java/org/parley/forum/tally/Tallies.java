package org.parley.forum.tally;

import java.time.Instant;

import org.parley.forum.tally.Change.Activity;
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
public class Tallies {

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final ClusterLoop folder;

	Tallies(MongoOperations mongo, UnitOfWork work, @Qualifier("tallyFolder") ClusterLoop folder) {
		this.mongo = mongo;
		this.work = work;
		this.folder = folder;
	}

	/** Somebody replied to a thread. */
	public void replied(Counted thread, Instant at, String by) {
		came(thread, 1, at, by);
	}

	/** Replies that were there went, or came back. */
	public void replies(Counted thread, int difference) {
		note(new Change(thread, difference, 0, 0, null, null));
	}

	/** A post that was elsewhere came, with as many replies as everybody sees in it. */
	public void came(Counted thread, int replies, Instant at, String by) {
		note(new Change(thread, replies, 0, 0, new Activity(at, by), null));
	}

	/** Posts went elsewhere; this is the last of those that are left. */
	public void left(Counted thread, Instant at, String by) {
		note(new Change(thread, 0, 0, 0, null, new Activity(at, by)));
	}

	/** A vote became another one. */
	public void voted(Counted target, int before, int after) {
		note(new Change(target, 0, is(after, 1) - is(before, 1), is(after, -1) - is(before, -1), null, null));
	}

	private void note(Change change) {
		this.mongo.insert(new Tally(Ids.next(), change));
		this.work.afterCommit(this.folder::signal);
	}

	private static int is(int value, int wanted) {
		return (value == wanted) ? 1 : 0;
	}

}
