package org.parley.launcher.drill;

import java.util.List;

/**
 * A step between what must happen together or in order, where a crash can do harm. All of
 * them are here: a step that gets another name gets it here too.
 *
 * @param step what it is
 * @param where in a method, as the crash agent reads it
 */
record CrashPoint(String step, String where) {

	private static final String COMMIT = "org.springframework.data.mongodb.MongoTransactionManager.doCommit";

	private static final String OUTBOX = "org.parley.platform.events.outbox.";

	private static final String QUEUE = "org.parley.platform.events.queue.";

	private static final String INBOX = "org.parley.platform.events.inbox.";

	/** Save, relay, confirm, remove. */
	static final List<CrashPoint> OF_PUBLISHERS = List.of(
			new CrashPoint("event saved, not committed", "after:" + OUTBOX + "Outbox.on"),
			new CrashPoint("about to commit", "before:" + COMMIT), new CrashPoint("committed", "after:" + COMMIT),
			new CrashPoint("loaded, not sent", "after:" + OUTBOX + "OutboxRelay.next"),
			new CrashPoint("sent, not confirmed", "after:" + OUTBOX + "Publisher.send"),
			new CrashPoint("confirmed, not removed", "after:" + OUTBOX + "Publisher.publish"),
			new CrashPoint("removed", "after:" + OUTBOX + "OutboxRelay.remove"));

	/** Receive, apply, acknowledge. */
	static final List<CrashPoint> OF_LISTENERS = List.of(
			new CrashPoint("received", "before:" + QUEUE + "QueueListener.receive"),
			new CrashPoint("noted, not applied", "after:" + INBOX + "Inbox.record"),
			new CrashPoint("applied, not committed", "before:" + COMMIT),
			new CrashPoint("committed, not acknowledged", "after:" + COMMIT),
			new CrashPoint("about to acknowledge", "before:" + QUEUE + "QueueListener.acknowledge"),
			new CrashPoint("acknowledged", "after:" + QUEUE + "QueueListener.acknowledge"));

}
