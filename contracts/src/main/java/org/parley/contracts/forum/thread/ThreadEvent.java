package org.parley.contracts.forum.thread;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.forum.ThreadData;

/** An event with the whole current state of a thread. */
public sealed interface ThreadEvent extends ParleyEvent
		permits ThreadCreated, ThreadChanged, ThreadMoved, ThreadSplit, ThreadMerged, AnswerChanged, ThreadSnapshot {

	ThreadData thread();

	@Override
	default String subject() {
		return thread().id();
	}

}
