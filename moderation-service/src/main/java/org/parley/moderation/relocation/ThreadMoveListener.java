package org.parley.moderation.relocation;

import org.parley.moderation.subject.ModeratedThreadReference;
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
	void on(ThreadEventData event) {
		var thread = event.thread();
		this.relocateCases.moveThread(thread.id(), thread.category(), thread.version());
	}

	/**
	 * The data of a thread event.
	 *
	 * @param thread the present state
	 */
	record ThreadEventData(State thread) {
	}

	/**
	 * The state of a thread.
	 *
	 * @param id the thread's id
	 * @param category its category
	 * @param version grows with every change except counters
	 */
	record State(String id, ModeratedThreadReference.Category category, long version) {
	}

}
