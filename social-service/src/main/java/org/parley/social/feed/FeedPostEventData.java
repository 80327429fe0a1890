package org.parley.social.feed;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.relation.SocialVisibility;

/**
 * The data of events about posts, as feeds read them.
 *
 * @param previousVisibility who might see it before an edit
 * @param hidden whether moderation has hidden it
 */
record FeedPostEventData(FeedPost post, @Nullable SocialVisibility previousVisibility, @Nullable Boolean hidden) {

	/**
	 * A post.
	 *
	 * @param visibility who may see it
	 */
	record FeedPost(String id, FeedPerson author, SocialVisibility visibility) {
	}

	/** A person. */
	record FeedPerson(String id) {
	}

}
