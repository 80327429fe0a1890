package org.parley.notification.post;

import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.notification.ThreadLocator;

import org.springframework.stereotype.Component;

/** Knows from the forum's events where threads are. */
@Component
class ProjectedThreadLocator implements ThreadLocator {

	private final HeardPosts heardPosts;

	ProjectedThreadLocator(HeardPosts heardPosts) {
		this.heardPosts = heardPosts;
	}

	/** The thread that took in another one may have moved since. */
	@Override
	public NotificationPlace now(NotificationPlace heard) {
		var thread = this.heardPosts.thread(heard.threadId());
		return thread.map(ThreadRecord::into)
			.map((into) -> moved(new NotificationPlace(into.threadId(), into.categoryId(), heard.tags())))
			.orElseGet(() -> moved(heard));
	}

	@Override
	public boolean isGone(String threadId) {
		return this.heardPosts.thread(threadId).filter(ThreadRecord::gone).isPresent();
	}

	private NotificationPlace moved(NotificationPlace notificationPlace) {
		return this.heardPosts.thread(notificationPlace.threadId())
			.map(ThreadRecord::categoryId)
			.map(notificationPlace::in)
			.orElse(notificationPlace);
	}

}
