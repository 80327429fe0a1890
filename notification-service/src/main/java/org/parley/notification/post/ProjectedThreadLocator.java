package org.parley.notification.post;

import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.ThreadLocator;

import org.springframework.stereotype.Component;

/** Locates threads by the events of forum-service. */
@Component
class ProjectedThreadLocator implements ThreadLocator {

	private final KnownPosts knownPosts;

	ProjectedThreadLocator(KnownPosts knownPosts) {
		this.knownPosts = knownPosts;
	}

	/** The target of a merge may have moved since. */
	@Override
	public NotificationPlace currentPlace(NotificationPlace place) {
		var thread = this.knownPosts.findThread(place.threadId());
		return thread.map(ThreadRecord::into)
			.map((into) -> atCurrentCategory(new NotificationPlace(into.threadId(), into.categoryId(), place.tags())))
			.orElseGet(() -> atCurrentCategory(place));
	}

	@Override
	public boolean isGone(String threadId) {
		return this.knownPosts.findThread(threadId).filter(ThreadRecord::gone).isPresent();
	}

	private NotificationPlace atCurrentCategory(NotificationPlace place) {
		return this.knownPosts.findThread(place.threadId()).map(ThreadRecord::categoryId).map(place::in).orElse(place);
	}

}
