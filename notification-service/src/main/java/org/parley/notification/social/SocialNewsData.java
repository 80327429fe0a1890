package org.parley.notification.social;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.SocialPostPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.readmodels.relation.SocialVisibility;

/** The data of events about social posts, comments and reactions. */
final class SocialNewsData {

	private SocialNewsData() {
	}

	static String postSource(String postId) {
		return "social-post:" + postId;
	}

	static String commentSource(String commentId) {
		return "social-comment:" + commentId;
	}

	static String reactionSource(String targetId, String personId) {
		return "social-reaction:" + SocialItem.reactionId(targetId, personId);
	}

	static Set<String> ids(List<Actor> people) {
		return people.stream().map(Actor::id).collect(Collectors.toUnmodifiableSet());
	}

	/** The group of the reactions to a post or comment. */
	static String reactionGroup(String targetId) {
		return "social-reactions:" + targetId;
	}

	/** A created or edited post. */
	record ShownPost(Post post, List<Actor> mentioned) {

		/** News for the mentioned people. */
		NotificationNews toMentioned() {
			var place = new SocialPostPlace(this.post.id(), this.post.author().id(), this.post.visibility(), null);
			return NotificationNews.about(place, NotificationKind.MENTION, "social-mention", postSource(this.post.id()))
				.by(this.post.author());
		}

	}

	/** A post with its version. */
	record Post(String id, Actor author, SocialVisibility visibility, long version) {
	}

	/** A removed post. */
	record RemovedPost(PostReference post, long version) {
	}

	/** A reference to a post. */
	record PostReference(String id, Actor author, SocialVisibility visibility) {
	}

	/** A created or edited comment. */
	record ShownComment(Comment comment, PostReference post, @Nullable Actor answered, List<Actor> mentioned,
			@Nullable Boolean restored) {

		/** Whether moderation shows it again or has edited it. */
		boolean isRestored() {
			return Boolean.TRUE.equals(this.restored);
		}

		/** News for the author of the post. */
		NotificationNews toAuthor() {
			return news(NotificationKind.COMMENT, "comment").inGroup("social-comments:" + this.post.id());
		}

		/** News for the author of the comment that it answers. */
		NotificationNews toAnswered() {
			return news(NotificationKind.COMMENT, "comment-answer").inGroup("social-answers:" + this.comment.replyTo());
		}

		/** News for the mentioned people. */
		NotificationNews toMentioned() {
			return news(NotificationKind.MENTION, "social-comment-mention");
		}

		private NotificationNews news(NotificationKind kind, String wording) {
			var place = new SocialPostPlace(this.post.id(), this.post.author().id(), this.post.visibility(),
					this.comment.id());
			return NotificationNews.about(place, kind, wording, commentSource(this.comment.id()))
				.by(this.comment.author());
		}

	}

	/** A comment with its version. */
	record Comment(String id, Actor author, @Nullable String replyTo, long version) {
	}

	/** A removed comment. */
	record RemovedComment(CommentReference comment, long version) {
	}

	/** A reference to a comment. */
	record CommentReference(String id, Actor author) {
	}

	/** A changed reaction; its kind is null if it was taken back. */
	record Reaction(Target target, PostReference post, Actor by, @Nullable String kind) {

		/** News for the author of the post or comment. */
		NotificationNews toTargetAuthor() {
			var place = new SocialPostPlace(this.post.id(), this.post.author().id(), this.post.visibility(),
					this.target.isComment() ? this.target.id() : null);
			return NotificationNews.about(place, NotificationKind.REACTION, "reaction-" + this.target.kind(), source())
				.by(this.by)
				.inGroup(reactionGroup(this.target.id()));
		}

		String source() {
			return reactionSource(this.target.id(), this.by.id());
		}

	}

	/** The post or comment of a reaction. */
	record Target(String kind, String id, Actor author) {

		boolean isComment() {
			return this.kind.equals("comment");
		}

	}

	/** A changed privacy of an account. */
	record Account(Actor person, boolean privateAccount, long version) {
	}

}
