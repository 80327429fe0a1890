package org.parley.moderation.relocation;

import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears of threads that go to another category, and of where all of them are. */
@EventConsumer("ai_moderation")
class ThreadMoveListener {

	private final RelocateCases relocating;

	ThreadMoveListener(RelocateCases relocating) {
		this.relocating = relocating;
	}

	@EventHandler({ "thread.moved", "thread.snapshot" })
	void on(ThreadEventData told) {
		var thread = told.thread();
		this.relocating.moveThread(thread.id(), thread.category(), thread.version());
	}

	/**
	 * Tells of a thread as it is now.
	 *
	 * @param thread the thread
	 */
	record ThreadEventData(Placed thread) {
	}

	/**
	 * A thread in its category.
	 *
	 * @param id the thread's id
	 * @param category where it is
	 * @param version grows with every change but those of counters
	 */
	record Placed(String id, ModeratedThreadReference.Category category, long version) {
	}

}
