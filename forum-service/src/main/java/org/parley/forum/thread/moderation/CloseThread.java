package org.parley.forum.thread.moderation;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hides and locks a thread because of one of its posts, and undoes both. Part of the
 * transaction that changes the post.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CloseThread {

	/** The author of changes that no person has made. */
	private static final PersonReference MODERATION = new PersonReference("00000000000000000000000000", "moderation",
			"Moderation");

	private final Threads threads;

	private final ThreadEventPublisher events;

	CloseThread(Threads threads, ThreadEventPublisher events) {
		this.threads = threads;
		this.events = events;
	}

	/** Hides the thread unless it is hidden already. */
	public void hide(ForumThread thread, @Nullable PersonReference by) {
		change(thread, ForumThread::hideWithOpeningPost, by);
	}

	/** Shows the thread if this class has hidden it. */
	public void unhide(ForumThread thread, @Nullable PersonReference by) {
		change(thread, ForumThread::showWithOpeningPost, by);
	}

	/** Locks the thread unless it is closed already. */
	public void lock(ForumThread thread, String postId) {
		change(thread, (changed) -> changed.lockFor(postId), null);
	}

	/** Opens the thread if this class has locked it because of the post. */
	public void unlock(ForumThread thread, String postId, @Nullable PersonReference by) {
		change(thread, (changed) -> changed.unlockFor(postId), by);
	}

	private void change(ForumThread thread, Function<ForumThread, Optional<String>> change,
			@Nullable PersonReference by) {
		var read = thread.version();
		var event = change.apply(thread);
		if (thread.version() != read) {
			this.threads.update(thread);
		}
		event.ifPresent((type) -> this.events.publishChanged(type, thread, (by != null) ? by : MODERATION));
	}

}
