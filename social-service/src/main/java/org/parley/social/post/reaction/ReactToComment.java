package org.parley.social.post.reaction;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.StripedLocks;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialCommentAccess;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.comment.VisibleComment;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Reacts to comments and takes reactions back. Repeating a change has no effect. */
@Component
class ReactToComment {

	private final SocialPeople people;

	private final SocialCommentAccess access;

	private final SocialComments comments;

	private final SocialReactions reactions;

	private final SocialPostEventPublisher events;

	private final StripedLocks locks;

	ReactToComment(SocialPeople people, SocialCommentAccess access, SocialComments comments, SocialReactions reactions,
			SocialPostEventPublisher events, StripedLocks locks) {
		this.people = people;
		this.access = access;
		this.comments = comments;
		this.reactions = reactions;
		this.events = events;
		this.locks = locks;
	}

	ReactedView react(String commentId, ReactionKind kind, Caller caller) {
		var postId = this.access.require(commentId, caller).post().id();
		this.people.requireWriter(caller);
		return this.locks.runAlone(postId, () -> {
			var found = this.access.require(commentId, caller);
			found.comment().requireShown();
			var before = this.reactions.find(caller.id(), commentId);
			if (before.filter((reaction) -> reaction.kind() == kind).isPresent()) {
				return view(found.comment(), kind);
			}
			this.reactions.save(SocialReaction.of(caller.id(), commentId, postId, kind));
			return view(count(found, ReactionChange.of(before.orElse(null), kind), kind, caller), kind);
		});
	}

	ReactedView takeBack(String commentId, Caller caller) {
		var postId = this.access.require(commentId, caller).post().id();
		this.people.requireWriter(caller);
		return this.locks.runAlone(postId, () -> {
			var found = this.access.require(commentId, caller);
			var before = this.reactions.find(caller.id(), commentId);
			if (before.isEmpty()) {
				return view(found.comment(), null);
			}
			this.reactions.remove(before.get());
			return view(count(found, ReactionChange.of(before.get(), null), null, caller), null);
		});
	}

	private SocialComment count(VisibleComment found, Map<String, Integer> change, @Nullable ReactionKind kind,
			Caller caller) {
		var changed = this.comments.countReactions(found.comment().id(), change)
			.orElseThrow(SocialCommentAccess::notFound);
		this.events.publishReacted(changed, found.post(), caller.id(), (kind != null) ? kind.json() : null);
		return changed;
	}

	private static ReactedView view(SocialComment comment, @Nullable ReactionKind kind) {
		return new ReactedView(comment.shownReactions(), kind);
	}

}
