package org.parley.notification.mailinglist;

import java.util.Optional;

import org.parley.notification.news.NotificationPlace;

/** Knows where posts are, which may have been moved or removed since an event. */
@FunctionalInterface
public interface PostVisibility {

	/** The place of a post; empty if readers of its category do not see it. */
	Optional<NotificationPlace> findPlace(String postId);

}
