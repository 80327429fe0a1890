package org.parley.notification.fanout;

import org.parley.contracts.forum.thread.ThreadRead;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

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

}
