package org.parley.notification.news;

import java.util.List;

/** Finds the current places of threads, which a late event may not know. */
public interface ThreadLocator {

	/**
	 * The news at the current places of their threads, which may have been moved or
	 * merged. News about hidden and removed threads is left out, except for moderators.
	 */
	List<PersonalNews> locate(List<PersonalNews> all);

}
