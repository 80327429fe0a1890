package org.parley.notification.post;

import java.util.Optional;

import org.parley.notification.mailinglist.PostVisibility;
import org.parley.notification.news.NotificationPlace;

import org.springframework.stereotype.Component;

/** Knows the visible posts from events. */
@Component
class ProjectedPostVisibility implements PostVisibility {

	private final KnownPosts knownPosts;

	ProjectedPostVisibility(KnownPosts knownPosts) {
		this.knownPosts = knownPosts;
	}

	@Override
	public Optional<NotificationPlace> findPlace(String postId) {
		return this.knownPosts.findPost(postId)
			.filter(PostRecord::visible)
			.map(PostRecord::place)
			.flatMap(this::atPresent);
	}

	/** A thread may have been moved, hidden or removed since the event of its post. */
	private Optional<NotificationPlace> atPresent(NotificationPlace place) {
		var thread = this.knownPosts.findThread(place.threadId());
		return thread.isEmpty() ? Optional.of(place)
				: thread.filter((known) -> !known.gone()).map((known) -> place.in(known.categoryId()));
	}

}
