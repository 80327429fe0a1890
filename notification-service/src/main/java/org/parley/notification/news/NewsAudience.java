package org.parley.notification.news;

import java.util.Collection;
import java.util.List;

/** Decides whom blocks and the visibility of social posts keep from news. */
public interface NewsAudience {

	/** Those news whose recipients meet the actor and may see the post. */
	List<PersonalNews> permitted(List<PersonalNews> all);

	/** Those among some users who may see a social post; all of them if it is unknown. */
	List<String> readersOf(String postId, Collection<String> userIds);

	/** Those among some users whom no block separates from a user. */
	List<String> metBy(String userId, Collection<String> others);

}
