package org.parley.forum.thread;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hides threads whose opening post may not be seen, and shows them again. Part of the
 * transaction that changes the post.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HideThread {

	/** Who signs what no person has done. */
	private static final PersonReference MODERATION = new PersonReference("00000000000000000000000000", "moderation",
			"Moderation");

	private final Threads threads;

	private final ThreadNews news;

	HideThread(Threads threads, ThreadNews news) {
		this.threads = threads;
		this.news = news;
	}

	/** Hides the thread, unless it is hidden. */
	public void hold(ForumThread thread, @Nullable PersonReference by) {
		tell(thread, thread.withhold(), by);
	}

	/** Shows the thread, if it was hidden here. */
	public void release(ForumThread thread, @Nullable PersonReference by) {
		tell(thread, thread.release(), by);
	}

	private void tell(ForumThread thread, Optional<String> event, @Nullable PersonReference by) {
		event.ifPresent((type) -> {
			this.threads.update(thread);
			this.news.tell(type, thread, (by != null) ? by : MODERATION);
		});
	}

}
