package org.parley.forum.thread.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.VoteTotals;
import org.parley.contracts.forum.thread.ThreadSnapshot;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.counter.VoteTotalsStore;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Publishes the current state of all threads. */
@Component
class ThreadSnapshots implements Snapshot {

	private final Threads threads;

	private final ThreadEventPublisher events;

	private final VoteTotalsStore voteTotalsStore;

	ThreadSnapshots(Threads threads, ThreadEventPublisher events, VoteTotalsStore voteTotalsStore) {
		this.threads = threads;
		this.events = events;
		this.voteTotalsStore = voteTotalsStore;
	}

	@Override
	public String type() {
		return "thread.snapshot";
	}

	@Override
	public List<ThreadSnapshot> after(@Nullable String id, int limit) {
		var page = this.threads.after(id, limit);
		var votes = this.voteTotalsStore.find(CounterTarget.Kind.THREAD, page.stream().map(ForumThread::id).toList());
		return page.stream()
			.map((thread) -> snapshot(thread, votes.getOrDefault(thread.id(), VoteTotals.NONE)))
			.toList();
	}

	private ThreadSnapshot snapshot(ForumThread thread, VoteTotals votes) {
		return new ThreadSnapshot(this.events.data(thread), thread.createdAt(), thread.counters().lastActivityAt(),
				thread.counters().replyCount(), votes);
	}

}
