package org.parley.notification.news;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the current places of threads, which a late event may not know. */
public interface ThreadLocator {

	/**
	 * The news at the current places of their threads, which may have been moved or
	 * merged. News about hidden and removed threads is left out, except for moderators.
	 */
	List<PersonalNews> locate(List<PersonalNews> all);

	/** The numbers of the latest posts of threads, as far as they are known. */
	Map<String, Integer> countPosts(Collection<String> threadIds);

}
