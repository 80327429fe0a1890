package org.parley.social.post.comment.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.social.page.VisibleItems;
import org.parley.social.page.VisiblePage;
import org.parley.social.person.SocialPersonView;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.comment.VisibleComment;
import org.parley.social.post.reaction.ReactionKind;
import org.parley.social.post.reaction.SocialReactions;
import org.parley.social.relation.SocialReader;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/** Lists comments, without those of people whom a block separates from the reader. */
@Component
public class SocialCommentList {

	private final SocialPostAccess access;

	private final SocialComments comments;

	private final SocialReaders readers;

	private final SocialReactions reactions;

	SocialCommentList(SocialPostAccess access, SocialComments comments, SocialReaders readers,
			SocialReactions reactions) {
		this.access = access;
		this.comments = comments;
		this.readers = readers;
		this.reactions = reactions;
	}

	/** Returns a page of the comments on a post that the caller, or a guest, may see. */
	public Paged<SocialCommentView> page(String postId, PageQuery query, @Nullable Caller caller) {
		this.access.require(postId, caller);
		return VisiblePage.of(query, "comments", (range) -> VisibleItems.of(this.comments.on(postId, range),
				range.max(), SocialComment::id, (found) -> shown(found, caller)), SocialCommentView::id);
	}

	public SocialCommentView show(VisibleComment found) {
		return show(List.of(found.comment()), found.reader()).getFirst();
	}

	private List<SocialCommentView> shown(List<SocialComment> found, @Nullable Caller caller) {
		var reader = this.readers.of(caller, found.stream().map(SocialComment::authorId).toList());
		return show(found.stream().filter((comment) -> comment.isShownTo(reader)).toList(), reader);
	}

	private List<SocialCommentView> show(List<SocialComment> comments, SocialReader reader) {
		var own = this.reactions.of(reader.id(), comments.stream().map(SocialComment::id).toList());
		return comments.stream()
			.map((comment) -> SocialCommentView.of(comment, reader.show(comment.authorId()), own.get(comment.id())))
			.toList();
	}

	/**
	 * A comment as a reader sees it.
	 *
	 * @param replyTo the id of the comment that it answers
	 * @param text the text in Markdown
	 * @param html the text as safe HTML
	 * @param status {@code active}; for its author also {@code hidden} or
	 * {@code removed}, without a text
	 * @param reactions the number of reactions by kind
	 * @param myReaction the reader's own reaction
	 * @param version increases with every edit
	 */
	public record SocialCommentView(String id, String postId, SocialPersonView author, @Nullable String replyTo,
			@Nullable String text, @Nullable String html, SocialPostStatus status, Map<String, Integer> reactions,
			@Nullable ReactionKind myReaction, Instant createdAt, @Nullable Instant editedAt, long version) {

		static SocialCommentView of(SocialComment comment, SocialPersonView author, @Nullable ReactionKind mine) {
			return new SocialCommentView(comment.id(), comment.postId(), author, comment.replyTo(), comment.shownText(),
					comment.shownHtml(), comment.status(), comment.shownReactions(), mine, comment.createdAt(),
					comment.editedAt(), comment.version());
		}

	}

}
