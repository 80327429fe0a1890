package org.parley.moderation.relocation;

import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.moderation.subject.ModeratedThreadReference.Category;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes moves and snapshots of threads. */
@EventConsumer("ai_moderation")
class ThreadMoveListener {

	private final RelocateCases relocateCases;

	ThreadMoveListener(RelocateCases relocateCases) {
		this.relocateCases = relocateCases;
	}

	@EventHandler({ "thread.moved", "thread.snapshot" })
	void on(ThreadEvent event) {
		var thread = event.thread();
		this.relocateCases.moveThread(thread.id(), Category.of(thread.category()), thread.version());
	}

}
