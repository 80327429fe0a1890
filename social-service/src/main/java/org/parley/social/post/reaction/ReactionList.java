package org.parley.social.post.reaction;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.VisibleItems;
import org.parley.social.page.VisiblePage;
import org.parley.social.person.SocialPersonView;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.comment.SocialCommentAccess;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/** Lists reactions, without those of people whom a block separates from the reader. */
@Component
class ReactionList {

	private final SocialPostAccess posts;

	private final SocialCommentAccess comments;

	private final SocialReactions reactions;

	private final SocialReaders readers;

	ReactionList(SocialPostAccess posts, SocialCommentAccess comments, SocialReactions reactions,
			SocialReaders readers) {
		this.posts = posts;
		this.comments = comments;
		this.reactions = reactions;
		this.readers = readers;
	}

	Paged<SocialReactionView> ofPost(String id, PageQuery query, @Nullable Caller caller) {
		return list(this.posts.require(id, caller).post().id(), query, caller);
	}

	Paged<SocialReactionView> ofComment(String id, PageQuery query, @Nullable Caller caller) {
		return list(this.comments.require(id, caller).comment().id(), query, caller);
	}

	private Paged<SocialReactionView> list(String targetId, PageQuery query, @Nullable Caller caller) {
		return VisiblePage
			.of(query, "reactions", (range) -> VisibleItems.of(this.reactions.to(targetId, range), range.max(),
					SocialReaction::seq, (found) -> shown(found, caller)), ListedReaction::seq)
			.map(ListedReaction::view);
	}

	private List<ListedReaction> shown(List<SocialReaction> found, @Nullable Caller caller) {
		var reader = this.readers.of(caller, found.stream().map(SocialReaction::personId).toList());
		return found.stream()
			.filter((reaction) -> reader.meets(reaction.personId()))
			.map((reaction) -> new ListedReaction(reaction.seq(),
					new SocialReactionView(reader.show(reaction.personId()), reaction.kind())))
			.toList();
	}

	/** A reaction in the list. */
	private record ListedReaction(String seq, SocialReactionView view) {
	}

	/** The reaction of a person. */
	record SocialReactionView(SocialPersonView person, ReactionKind kind) {
	}

}
