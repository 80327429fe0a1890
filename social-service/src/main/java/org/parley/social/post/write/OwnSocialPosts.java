package org.parley.social.post.write;

import org.parley.platform.domain.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.VisiblePost;

import org.springframework.stereotype.Component;

/** Finds posts that the caller may change. */
@Component
class OwnSocialPosts {

	private final SocialPeople people;

	private final SocialPostAccess access;

	OwnSocialPosts(SocialPeople people, SocialPostAccess access) {
		this.people = people;
		this.access = access;
	}

	/** Returns a post that the caller wrote and has seen as it is. */
	VisiblePost require(String id, IfMatch condition, Caller caller) {
		var found = this.access.require(id, caller);
		found.post().requireAuthor(caller.id());
		this.people.requireWriter(caller);
		condition.require(found.post().version());
		return found;
	}

}
