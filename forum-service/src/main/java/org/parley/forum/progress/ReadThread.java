package org.parley.forum.progress;

import org.parley.contracts.forum.thread.ThreadRead;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Saves how far a member has read in a thread. Other services hear of it only if the
 * member has read further than before, as clients report a position with each page.
 */
@Component
class ReadThread {

	private final ReadPositions readPositions;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	ReadThread(ReadPositions readPositions, UnitOfWork unitOfWork, ApplicationEventPublisher publisher) {
		this.readPositions = readPositions;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
	}

	/** A number after the last post means the last post; a smaller one moves nothing. */
	void read(String memberId, ForumThread thread, int number) {
		var last = Math.min(number, thread.counters().lastNumber());
		if (this.readPositions.number(memberId, thread.id()) >= last) {
			this.readPositions.markRead(memberId, thread.id(), last);
			return;
		}
		this.unitOfWork.run(() -> {
			this.readPositions.markRead(memberId, thread.id(), last);
			this.publisher.publishEvent(new ThreadRead(memberId, thread.id(), last));
		});
	}

}
