package org.parley.forum.thread;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.tally.Counted;
import org.parley.forum.tally.Standing;
import org.parley.forum.tally.Standings;
import org.parley.platform.events.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Tells all threads anew. */
@Component
class ThreadSnapshots implements Snapshot {

	private final Threads threads;

	private final ThreadNews news;

	private final Standings standings;

	ThreadSnapshots(Threads threads, ThreadNews news, Standings standings) {
		this.threads = threads;
		this.news = news;
		this.standings = standings;
	}

	@Override
	public String type() {
		return "thread.snapshot";
	}

	@Override
	public List<ThreadSnapshot> after(@Nullable String id, int limit) {
		var page = this.threads.after(id, limit);
		var votes = this.standings.of(Counted.Kind.THREAD, page.stream().map(ForumThread::id).toList());
		return page.stream().map((thread) -> snapshot(thread, votes.getOrDefault(thread.id(), Standing.NONE))).toList();
	}

	private ThreadSnapshot snapshot(ForumThread thread, Standing votes) {
		return new ThreadSnapshot(this.news.data(thread), thread.createdAt(), thread.counters().lastActivityAt(),
				thread.counters().replyCount(), votes);
	}

}
