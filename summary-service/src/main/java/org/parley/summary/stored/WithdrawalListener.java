package org.parley.summary.stored;

import java.util.List;

import org.parley.summary.discussion.PostTouched;
import org.parley.summary.discussion.Posts;
import org.parley.summary.discussion.ThreadTouched;
import org.parley.summary.discussion.Threads;
import org.parley.summary.engine.Print;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets summaries that may not be shown any more, so that no words are kept of what was
 * taken away.
 */
@Component
class WithdrawalListener {

	private final Summaries summaries;

	private final Threads threads;

	private final Posts posts;

	WithdrawalListener(Summaries summaries, Threads threads, Posts posts) {
		this.summaries = summaries;
		this.threads = threads;
		this.posts = posts;
	}

	@EventListener
	void on(PostTouched touched) {
		var print = this.posts.prints(touched.threadId(), List.of(touched.number())).getOrDefault(touched.number(), "");
		this.summaries.forget(touched.threadId(), touched.number(), print);
	}

	@EventListener
	void on(ThreadTouched touched) {
		this.threads.find(touched.threadId()).ifPresent((thread) -> {
			if (thread.isShown()) {
				this.summaries.forget(thread.id(), Print.TITLE, thread.title());
			}
			else {
				this.summaries.forget(thread.id());
			}
		});
	}

}
