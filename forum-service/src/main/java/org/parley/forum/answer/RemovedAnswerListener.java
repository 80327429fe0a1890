package org.parley.forum.answer;

import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.Threads;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Withdraws the acceptance of a removed reply, in the transaction that removes it: a
 * thread without a readable answer is not solved.
 */
@Component
class RemovedAnswerListener {

	private final Threads threads;

	private final Posts posts;

	private final PostEventPublisher events;

	RemovedAnswerListener(Threads threads, Posts posts, PostEventPublisher events) {
		this.threads = threads;
		this.posts = posts;
		this.events = events;
	}

	@EventListener
	void onRemoval(PostRemoved removed) {
		withdraw(removed.thread().id(), removed.post().id(), removed.by());
	}

	/** The event of an automated check names nobody else than the author of the reply. */
	@EventListener
	void onStatusChange(PostStatusChanged changed) {
		if (changed.status().isGone()) {
			var by = changed.by();
			withdraw(changed.thread().id(), changed.reference().id(), (by != null) ? by : changed.reference().author());
		}
	}

	private void withdraw(String threadId, String postId, PersonReference by) {
		this.threads.find(threadId).filter((thread) -> thread.clearRemovedAnswer(postId)).ifPresent((thread) -> {
			this.threads.update(thread);
			this.events.publishAnswer("answer.withdrawn", thread, this.posts.find(postId).orElseThrow(), by);
		});
	}

}
