package org.parley.forum.relocation.worker;

import org.parley.forum.answer.WithdrawMovedAnswer;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/** Reopens a split thread after its last post was moved. Part of a transaction. */
@Component
class CompleteSplit {

	private final Threads threads;

	private final WithdrawMovedAnswer withdrawMovedAnswer;

	CompleteSplit(Threads threads, WithdrawMovedAnswer withdrawMovedAnswer) {
		this.threads = threads;
		this.withdrawMovedAnswer = withdrawMovedAnswer;
	}

	void complete(ThreadRelocation split, ForumThread source) {
		source.endRelocation();
		this.withdrawMovedAnswer.withdraw(source, split.by());
		this.threads.update(source);
	}

}
