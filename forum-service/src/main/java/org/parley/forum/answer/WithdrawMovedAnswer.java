package org.parley.forum.answer;

import org.parley.contracts.PersonReference;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ForumThread;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws an accepted answer that was moved to another thread. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WithdrawMovedAnswer {

	private final Posts posts;

	private final PostEventPublisher events;

	WithdrawMovedAnswer(Posts posts, PostEventPublisher events) {
		this.posts = posts;
		this.events = events;
	}

	/** Changes the thread if its answer was moved. The caller saves the thread. */
	public void withdraw(ForumThread thread, PersonReference by) {
		var accepted = thread.acceptedAnswer();
		var answer = (accepted != null) ? this.posts.find(accepted).orElseThrow() : null;
		if (answer != null && !answer.isIn(thread.id())) {
			thread.clearMovedAnswer();
			this.events.publishAnswer("answer.withdrawn", thread, answer, by);
		}
	}

}
