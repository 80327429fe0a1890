package org.parley.notification.social;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialCommentChanged;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostReference;
import org.parley.contracts.social.SocialReactionChanged;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.SocialPostPlace;
import org.parley.notification.preference.NotificationKind;

/** The news about social posts, comments and reactions. */
final class SocialNews {

	private SocialNews() {
	}

	static String postSource(String postId) {
		return "social-post:" + postId;
	}

	static String commentSource(String commentId) {
		return "social-comment:" + commentId;
	}

	/**
	 * The source of news about a reaction.
	 * @param id as {@link SocialItem#reactionId} says
	 */
	static String reactionSource(String id) {
		return "social-reaction:" + id;
	}

	/** The group of the reactions to a post or comment. */
	static String reactionGroup(String targetId) {
		return "social-reactions:" + targetId;
	}

	static Set<String> ids(List<PersonReference> people) {
		return people.stream().map(PersonReference::id).collect(Collectors.toUnmodifiableSet());
	}

	/** News for the people whom a post mentions. */
	static NotificationNews toMentioned(SocialPostChanged event) {
		var post = event.post();
		var place = new SocialPostPlace(post.id(), post.author().id(), post.visibility(), null);
		return NotificationNews.about(place, NotificationKind.MENTION, "social-mention", postSource(post.id()))
			.by(post.author());
	}

	static NotificationNews toAuthor(SocialCommentChanged event) {
		return of(event, NotificationKind.COMMENT, "comment").inGroup("social-comments:" + event.post().id());
	}

	/** News for the author of the comment that another one answers. */
	static NotificationNews toAnswered(SocialCommentChanged event) {
		return of(event, NotificationKind.COMMENT, "comment-answer")
			.inGroup("social-answers:" + event.comment().replyTo());
	}

	/** News for the people whom a comment mentions. */
	static NotificationNews toMentioned(SocialCommentChanged event) {
		return of(event, NotificationKind.MENTION, "social-comment-mention");
	}

	private static NotificationNews of(SocialCommentChanged event, NotificationKind kind, String wording) {
		var comment = event.comment();
		return NotificationNews.about(place(event.post(), comment.id()), kind, wording, commentSource(comment.id()))
			.by(comment.author());
	}

	/** News for the author of the post or comment of a reaction. */
	static NotificationNews toTargetAuthor(SocialReactionChanged event) {
		var target = event.target();
		var place = place(event.post(), target.kind().equals("comment") ? target.id() : null);
		return NotificationNews
			.about(place, NotificationKind.REACTION, "reaction-" + target.kind(),
					reactionSource(SocialItem.reactionId(target.id(), event.by().id())))
			.by(event.by())
			.inGroup(reactionGroup(target.id()));
	}

	private static SocialPostPlace place(SocialPostReference post, @Nullable String commentId) {
		return new SocialPostPlace(post.id(), post.author().id(), post.visibility(), commentId);
	}

}
