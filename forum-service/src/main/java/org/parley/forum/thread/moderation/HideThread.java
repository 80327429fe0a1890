package org.parley.forum.thread.moderation;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.PersonReference;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hides a thread whose opening post is hidden, and shows it again. Part of the
 * transaction that changes the post.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HideThread {

	/** The author of changes that no person has made. */
	private static final PersonReference MODERATION = new PersonReference("00000000000000000000000000", "moderation",
			"Moderation");

	private final Threads threads;

	private final ThreadEventPublisher events;

	HideThread(Threads threads, ThreadEventPublisher events) {
		this.threads = threads;
		this.events = events;
	}

	/** Hides the thread unless it is hidden already. */
	public void hide(ForumThread thread, @Nullable PersonReference by) {
		save(thread, thread.hideWithOpeningPost(), by);
	}

	/** Shows the thread if this class has hidden it. */
	public void unhide(ForumThread thread, @Nullable PersonReference by) {
		save(thread, thread.showWithOpeningPost(), by);
	}

	private void save(ForumThread thread, Optional<String> event, @Nullable PersonReference by) {
		event.ifPresent((type) -> {
			this.threads.update(thread);
			this.events.publishChanged(type, thread, (by != null) ? by : MODERATION);
		});
	}

}
