package org.parley.forum.answer;

import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.thread.AnswerChanged;
import org.parley.forum.post.Post;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the acceptance and withdrawal of answers. */
@Component
class AnswerEventPublisher {

	private final ThreadEventPublisher threadEvents;

	private final PostEventPublisher postEvents;

	private final ApplicationEventPublisher publisher;

	AnswerEventPublisher(ThreadEventPublisher threadEvents, PostEventPublisher postEvents,
			ApplicationEventPublisher publisher) {
		this.threadEvents = threadEvents;
		this.postEvents = postEvents;
		this.publisher = publisher;
	}

	void publishAccepted(ForumThread thread, Post answer, PersonReference by) {
		publish("answer.accepted", thread, answer, by);
	}

	void publishWithdrawn(ForumThread thread, Post answer, PersonReference by) {
		publish("answer.withdrawn", thread, answer, by);
	}

	private void publish(String type, ForumThread thread, Post answer, PersonReference by) {
		this.publisher.publishEvent(
				new AnswerChanged(type, this.threadEvents.data(thread), this.postEvents.reference(answer), by));
		this.threadEvents.touch(thread.id());
	}

}
