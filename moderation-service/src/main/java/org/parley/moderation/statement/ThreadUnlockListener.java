package org.parley.moderation.statement;

import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Ends the statements about the lock of a thread that is open again. */
@EventConsumer("ai_moderation")
class ThreadUnlockListener {

	private final RecordStatement recordStatement;

	ThreadUnlockListener(RecordStatement recordStatement) {
		this.recordStatement = recordStatement;
	}

	@EventHandler("thread.unlocked")
	void on(ThreadEvent unlocked, EventEnvelope event) {
		this.recordStatement.endLocks(unlocked.thread().id(), event.time());
	}

}
