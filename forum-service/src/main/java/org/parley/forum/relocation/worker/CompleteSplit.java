package org.parley.forum.relocation.worker;

import org.parley.forum.answer.WithdrawMovedAnswer;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.post.Posts;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/** Reopens a split thread after its last post was moved. Part of a transaction. */
@Component
class CompleteSplit {

	private final Threads threads;

	private final Posts posts;

	private final WithdrawMovedAnswer withdrawMovedAnswer;

	private final CounterJournal counterJournal;

	CompleteSplit(Threads threads, Posts posts, WithdrawMovedAnswer withdrawMovedAnswer,
			CounterJournal counterJournal) {
		this.threads = threads;
		this.posts = posts;
		this.withdrawMovedAnswer = withdrawMovedAnswer;
		this.counterJournal = counterJournal;
	}

	void complete(ThreadRelocation split, ForumThread source) {
		source.endRelocation();
		this.withdrawMovedAnswer.withdraw(source, split.by());
		this.threads.update(source);
		var last = this.posts.last(source.id(), 1).getFirst();
		this.counterJournal.resetLastActivity(source.counterTarget(), last.createdAt(), last.authorId());
	}

}
