package org.parley.notification.post;

import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.ThreadLocator;

import org.springframework.stereotype.Component;

/** Locates threads by the events of forum-service. */
@Component
class ProjectedThreadLocator implements ThreadLocator {

	private final HeardPosts heardPosts;

	ProjectedThreadLocator(HeardPosts heardPosts) {
		this.heardPosts = heardPosts;
	}

	/** The target of a merge may have moved since. */
	@Override
	public NotificationPlace currentPlace(NotificationPlace place) {
		var thread = this.heardPosts.findThread(place.threadId());
		return thread.map(ThreadRecord::into)
			.map((into) -> atCurrentCategory(new NotificationPlace(into.threadId(), into.categoryId(), place.tags())))
			.orElseGet(() -> atCurrentCategory(place));
	}

	@Override
	public boolean isGone(String threadId) {
		return this.heardPosts.findThread(threadId).filter(ThreadRecord::gone).isPresent();
	}

	private NotificationPlace atCurrentCategory(NotificationPlace place) {
		return this.heardPosts.findThread(place.threadId()).map(ThreadRecord::categoryId).map(place::in).orElse(place);
	}

}
