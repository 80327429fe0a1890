package org.parley.social.post.reaction;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.StripedLocks;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Reacts to posts and takes reactions back. Repeating a change has no effect. */
@Component
class ReactToPost {

	private final SocialPeople people;

	private final SocialPostAccess access;

	private final SocialPosts posts;

	private final SocialReactions reactions;

	private final SocialPostEventPublisher events;

	private final StripedLocks locks;

	ReactToPost(SocialPeople people, SocialPostAccess access, SocialPosts posts, SocialReactions reactions,
			SocialPostEventPublisher events, StripedLocks locks) {
		this.people = people;
		this.access = access;
		this.posts = posts;
		this.reactions = reactions;
		this.events = events;
		this.locks = locks;
	}

	ReactedView react(String postId, ReactionKind kind, Caller caller) {
		this.access.require(postId, caller);
		this.people.requireWriter(caller);
		return this.locks.runAlone(postId, () -> {
			var post = this.access.require(postId, caller).post();
			post.requireShown();
			var before = this.reactions.find(caller.id(), postId);
			if (before.filter((reaction) -> reaction.kind() == kind).isPresent()) {
				return view(post, kind);
			}
			this.reactions.save(SocialReaction.of(caller.id(), postId, postId, kind));
			return view(count(postId, ReactionChange.of(before.orElse(null), kind), kind, caller), kind);
		});
	}

	ReactedView takeBack(String postId, Caller caller) {
		this.access.require(postId, caller);
		this.people.requireWriter(caller);
		return this.locks.runAlone(postId, () -> {
			var post = this.access.require(postId, caller).post();
			var before = this.reactions.find(caller.id(), postId);
			if (before.isEmpty()) {
				return view(post, null);
			}
			this.reactions.remove(before.get());
			return view(count(postId, ReactionChange.of(before.get(), null), null, caller), null);
		});
	}

	private SocialPost count(String postId, Map<String, Integer> change, @Nullable ReactionKind kind, Caller caller) {
		var changed = this.posts.countReactions(postId, change).orElseThrow(SocialPostAccess::notFound);
		this.events.publishReacted(changed, caller.id(), (kind != null) ? kind.json() : null);
		return changed;
	}

	private static ReactedView view(SocialPost post, @Nullable ReactionKind kind) {
		return new ReactedView(post.shownReactions(), kind);
	}

}
