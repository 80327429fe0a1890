package org.parley.notification.fanout;

import java.util.Objects;

import org.parley.contracts.forum.thread.ThreadRead;
import org.parley.contracts.mail.PostMailed;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.context.event.EventListener;

/** Marks the notifications about posts as read when their user reads the posts. */
@EventConsumer(value = "notifications", repeatable = true)
class ThreadReadListener {

	private final NotifyRecipients notifyRecipients;

	ThreadReadListener(NotifyRecipients notifyRecipients) {
		this.notifyRecipients = notifyRecipients;
	}

	@EventHandler("thread.read")
	void on(ThreadRead event) {
		this.notifyRecipients.markRead(event.personId(), event.threadId(), event.number());
	}

	/** The author of an answer by mail may never come to the site to read. */
	@EventListener
	void on(PostMailed answer) {
		if (answer.threadId() != null) {
			this.notifyRecipients.markAnswered(answer.authorId(), answer.threadId(),
					Objects.requireNonNullElse(answer.postNumber(), 0));
		}
	}

}
