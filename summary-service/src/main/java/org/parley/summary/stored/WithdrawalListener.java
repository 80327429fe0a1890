package org.parley.summary.stored;

import java.util.List;

import org.parley.summary.discussion.post.PostContentChanged;
import org.parley.summary.discussion.post.SummarizedPosts;
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

	private final SummarizedPosts summarizedPosts;

	WithdrawalListener(Summaries summaries, SummarizedThreads summarizedThreads, SummarizedPosts summarizedPosts) {
		this.summaries = summaries;
		this.summarizedThreads = summarizedThreads;
		this.summarizedPosts = summarizedPosts;
	}

	@EventListener
	void on(PostContentChanged event) {
		var print = this.summarizedPosts.findPrints(event.threadId(), List.of(event.number()))
			.getOrDefault(event.number(), "");
		this.summaries.deleteUnlessPrintIs(event.threadId(), event.number(), print);
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
