package org.parley.notification.post;

import org.parley.notification.notification.Place;
import org.parley.notification.notification.Whereabouts;

import org.springframework.stereotype.Component;

/** Knows from the forum's events where threads are. */
@Component
class ThreadWhereabouts implements Whereabouts {

	private final Posts posts;

	ThreadWhereabouts(Posts posts) {
		this.posts = posts;
	}

	/** The thread that took in another one may have moved since. */
	@Override
	public Place now(Place heard) {
		var thread = this.posts.thread(heard.threadId());
		return thread.map(ThreadRecord::into)
			.map((into) -> moved(new Place(into.threadId(), into.categoryId(), heard.tags())))
			.orElseGet(() -> moved(heard));
	}

	@Override
	public boolean isGone(String threadId) {
		return this.posts.thread(threadId).filter(ThreadRecord::gone).isPresent();
	}

	private Place moved(Place place) {
		return this.posts.thread(place.threadId()).map(ThreadRecord::categoryId).map(place::in).orElse(place);
	}

}
