package org.parley.forum.relocation.worker;

import java.time.InstantSource;

import org.parley.contracts.forum.thread.ThreadMerged;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes a merged thread after its last post was moved. Part of a transaction. */
@Component
class CompleteMerge {

	private final Threads threads;

	private final ThreadEventPublisher events;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	CompleteMerge(Threads threads, ThreadEventPublisher events, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.threads = threads;
		this.events = events;
		this.publisher = publisher;
		this.clock = clock;
	}

	void complete(ThreadRelocation merge, ForumThread source, ForumThread target) {
		source.completeMerge(merge.by().id(), this.clock.instant());
		this.threads.update(source);
		this.threads.addViews(target.id(), source.counters().viewCount());
		this.publisher
			.publishEvent(new ThreadMerged(this.events.data(source), this.events.reference(target), merge.by()));
		this.events.report("merged", source, merge.by());
	}

}
