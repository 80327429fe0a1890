package org.parley.social.post.comment;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.platform.domain.Ids;
import org.parley.social.post.AuthoredContent;
import org.parley.social.post.SocialText;
import org.parley.social.relation.SocialReader;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A comment on a post, or an answer to a comment.
 *
 * @param id the id, which sorts by time
 * @param replyTo the id of the comment that it answers, which is itself no answer
 * @param text the text in Markdown; null once deleted
 * @param html the text as safe HTML; null once deleted
 * @param reactions the number of reactions by kind; may contain zeros
 * @param status whether it is shown
 * @param version increases with every edit and the deletion
 */
@Document("comments")
@CompoundIndex(def = "{'postId': 1, '_id': 1}")
public record SocialComment(@Id String id, String postId, String authorId, @Nullable String replyTo,
		@Nullable String text, @Nullable String html, Map<String, Integer> reactions, SocialPostStatus status,
		Instant createdAt, @Nullable Instant editedAt, long version) implements AuthoredContent {

	public static SocialComment of(String postId, String authorId, @Nullable String replyTo, SocialText text,
			Instant now) {
		return new SocialComment(Ids.next(), postId, authorId, replyTo, text.text(), text.html(), Map.of(),
				SocialPostStatus.ACTIVE, now, null, 0);
	}

	@Override
	public String noun() {
		return "comment";
	}

	/** Whether a reader of its post may see the comment. */
	public boolean isShownTo(SocialReader reader) {
		return (isActive() && reader.meets(this.authorId)) || (this.status.isRestricted() && reader.is(this.authorId));
	}

	/** The comment under which an answer to this one hangs. */
	public String top() {
		return (this.replyTo != null) ? this.replyTo : this.id;
	}

	/** The same comment with another text. */
	public SocialComment edited(SocialText text, Instant now) {
		return new SocialComment(this.id, this.postId, this.authorId, this.replyTo, text.text(), text.html(),
				this.reactions, this.status, this.createdAt, now, this.version + 1);
	}

	/** The rest of a deleted comment. */
	public SocialComment deleted() {
		return new SocialComment(this.id, this.postId, this.authorId, this.replyTo, null, null, this.reactions,
				SocialPostStatus.DELETED, this.createdAt, this.editedAt, this.version + 1);
	}

	/** The same comment, shown with a text of moderators. */
	public SocialComment corrected(SocialText text, Instant at) {
		return new SocialComment(this.id, this.postId, this.authorId, this.replyTo, text.text(), text.html(),
				this.reactions, SocialPostStatus.ACTIVE, this.createdAt, at, this.version + 1);
	}

	/** The same comment with another status. */
	public SocialComment with(SocialPostStatus status) {
		return new SocialComment(this.id, this.postId, this.authorId, this.replyTo, this.text, this.html,
				this.reactions, status, this.createdAt, this.editedAt, this.version + 1);
	}

}
