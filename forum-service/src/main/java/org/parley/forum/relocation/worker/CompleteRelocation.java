package org.parley.forum.relocation.worker;

import org.parley.forum.relocation.RelocationKind;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.stereotype.Component;

/** Releases both threads after the last post was moved. Part of a transaction. */
@Component
class CompleteRelocation {

	private final Threads threads;

	private final CompleteMerge completeMerge;

	private final CompleteSplit completeSplit;

	private final ThreadEventPublisher events;

	CompleteRelocation(Threads threads, CompleteMerge completeMerge, CompleteSplit completeSplit,
			ThreadEventPublisher events) {
		this.threads = threads;
		this.completeMerge = completeMerge;
		this.completeSplit = completeSplit;
		this.events = events;
	}

	void complete(ThreadRelocation relocation, ForumThread source) {
		var target = this.threads.find(relocation.targetId()).orElseThrow();
		target.endRelocation();
		this.threads.update(target);
		if (relocation.kind() == RelocationKind.MERGE) {
			this.completeMerge.complete(relocation, source, target);
		}
		else {
			this.completeSplit.complete(relocation, source);
		}
		this.events.touch(source.id());
		this.events.touch(target.id());
	}

}
