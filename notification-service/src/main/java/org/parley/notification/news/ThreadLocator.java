package org.parley.notification.news;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the current places of threads and posts, which a late event may not know. */
public interface ThreadLocator {

	/**
	 * The news at the current places of their threads, which may have been moved or
	 * merged. News about hidden and removed threads is left out, except for moderators.
	 */
	List<PersonalNews> locate(List<PersonalNews> all);

	/** The place of a post; empty if readers of its category do not see it. */
	Optional<NotificationPlace> findPlace(String postId);

	/** The numbers of the latest posts of threads, as far as they are known. */
	Map<String, Integer> countPosts(Collection<String> threadIds);

}
