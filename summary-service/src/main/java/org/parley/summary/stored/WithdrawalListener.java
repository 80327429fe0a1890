package org.parley.summary.stored;

import java.util.List;

import org.parley.summary.discussion.PostContentTouched;
import org.parley.summary.discussion.SummarizedPosts;
import org.parley.summary.discussion.SummarizedThreads;
import org.parley.summary.discussion.ThreadContentTouched;
import org.parley.summary.engine.ContentFingerprint;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets summaries that may not be shown any more, so that no words are kept of what was
 * taken away.
 */
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
	void on(PostContentTouched touched) {
		var print = this.summarizedPosts.prints(touched.threadId(), List.of(touched.number()))
			.getOrDefault(touched.number(), "");
		this.summaries.forget(touched.threadId(), touched.number(), print);
	}

	@EventListener
	void on(ThreadContentTouched touched) {
		this.summarizedThreads.find(touched.threadId()).ifPresent((thread) -> {
			if (thread.isShown()) {
				this.summaries.forget(thread.id(), ContentFingerprint.TITLE, thread.title());
			}
			else {
				this.summaries.forget(thread.id());
			}
		});
	}

}
