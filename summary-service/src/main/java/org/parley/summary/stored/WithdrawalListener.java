package org.parley.summary.stored;

import org.parley.summary.discussion.post.PostContentChanged;
import org.parley.summary.discussion.thread.SummarizedThreads;
import org.parley.summary.discussion.thread.ThreadContentChanged;
import org.parley.summary.engine.ContentFingerprint;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes outdated summaries, so that no words of removed posts stay stored. */
@Component
class WithdrawalListener {

	private final Summaries summaries;

	private final SummarizedThreads summarizedThreads;

	WithdrawalListener(Summaries summaries, SummarizedThreads summarizedThreads) {
		this.summaries = summaries;
		this.summarizedThreads = summarizedThreads;
	}

	@EventListener
	void on(PostContentChanged event) {
		this.summaries.deleteUnlessPrintIs(event.threadId(), event.number(), event.print());
	}

	@EventListener
	void on(ThreadContentChanged event) {
		this.summarizedThreads.find(event.threadId()).ifPresent((thread) -> {
			if (thread.isShown()) {
				this.summaries.deleteUnlessPrintIs(thread.id(), ContentFingerprint.TITLE, thread.title());
			}
			else {
				this.summaries.delete(thread.id());
			}
		});
	}

}
