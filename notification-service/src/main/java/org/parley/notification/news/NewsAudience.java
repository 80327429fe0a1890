package org.parley.notification.news;

import java.util.Collection;
import java.util.List;

/** Decides whom blocks and the visibility of social posts keep from news. */
public interface NewsAudience {

	/** Returns the news whose recipients meet the actor and may see the post. */
	List<PersonalNews> permitted(List<PersonalNews> all);

	/** Returns the users who may see a social post; all of them if it is unknown. */
	List<String> readersOf(String postId, Collection<String> userIds);

	/** Returns the users whom no block separates from a user. */
	List<String> metBy(String userId, Collection<String> others);

}
