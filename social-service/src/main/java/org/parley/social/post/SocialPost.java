package org.parley.social.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.domain.Ids;
import org.parley.social.relation.SocialReader;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post.
 *
 * @param id the id, which sorts by time
 * @param text the text in Markdown; null once deleted
 * @param html the text as safe HTML; null once deleted
 * @param hashtags the hashtags of the text, normalized; null for none
 * @param mediaIds the ids of the media in their order; null in older posts
 * @param visibility who may see it
 * @param status whether it is shown
 * @param reactions the number of reactions by kind; may contain zeros
 * @param commentCount the number of shown comments
 * @param score its weight in rankings: reactions, and comments twice
 * @param day the day of its creation in UTC, for rankings
 * @param version increases with every edit and the deletion
 */
@Document("posts")
@CompoundIndex(name = "of_author", def = "{'authorId': 1, 'status': 1, 'visibility': 1, '_id': 1}")
@CompoundIndex(name = "newest", def = "{'visibility': 1, 'status': 1, '_id': 1}")
@CompoundIndex(name = "with_hashtag", def = "{'hashtags': 1, '_id': -1}",
		partialFilter = "{'hashtags': {'$exists': true}}")
@CompoundIndex(name = "top", def = "{'visibility': 1, 'status': 1, 'day': 1, 'score': -1, '_id': -1, 'authorId': 1}")
@CompoundIndex(name = "top_ever", def = "{'visibility': 1, 'status': 1, 'score': -1, '_id': -1}")
public record SocialPost(@Id String id, String authorId, @Nullable String text, @Nullable String html,
		@Nullable List<String> hashtags, @Nullable List<String> mediaIds, SocialVisibility visibility,
		SocialPostStatus status, Map<String, Integer> reactions, int commentCount, long score, String day,
		Instant createdAt, @Nullable Instant editedAt, long version) implements AuthoredContent {

	public static SocialPost of(String authorId, SocialText text, List<String> media, SocialVisibility visibility,
			Instant now) {
		return new SocialPost(Ids.next(), authorId, text.text(), text.html(), hashtags(text), media, visibility,
				SocialPostStatus.ACTIVE, Map.of(), 0, 0, day(now), now, null, 0);
	}

	/** Posts without hashtags are not in the index of those that have some. */
	private static @Nullable List<String> hashtags(SocialText text) {
		return text.hashtags().isEmpty() ? null : text.hashtags();
	}

	public static String day(Instant time) {
		return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
	}

	@Override
	public String noun() {
		return "post";
	}

	/** Whether a reader may see the post. */
	public boolean isShownTo(SocialReader reader) {
		return switch (this.status) {
			case ACTIVE -> reader.visibilities(this.authorId).contains(this.visibility);
			case HIDDEN, REMOVED -> reader.is(this.authorId);
			case DELETED -> false;
		};
	}

	/** The ids of the media in their order. */
	public List<String> media() {
		return (this.mediaIds != null) ? this.mediaIds : List.of();
	}

	/** Whether it is for everybody, unless the author's account is private. */
	public boolean isPublic() {
		return isActive() && this.visibility == SocialVisibility.PUBLIC;
	}

	/** The same post with other content or another visibility. */
	public SocialPost edited(SocialText text, List<String> media, SocialVisibility visibility, Instant now) {
		return edited(text, media, visibility, this.status, now);
	}

	/** The same post, shown with a text of moderators. */
	public SocialPost corrected(SocialText text, Instant now) {
		return edited(text, media(), this.visibility, SocialPostStatus.ACTIVE, now);
	}

	private SocialPost edited(SocialText text, List<String> media, SocialVisibility visibility, SocialPostStatus status,
			Instant now) {
		return new SocialPost(this.id, this.authorId, text.text(), text.html(), hashtags(text), media, visibility,
				status, this.reactions, this.commentCount, this.score, this.day, this.createdAt, now, this.version + 1);
	}

	/** The rest of a deleted post; moderators may restore it with its media. */
	public SocialPost deleted() {
		return new SocialPost(this.id, this.authorId, null, null, null, this.mediaIds, this.visibility,
				SocialPostStatus.DELETED, this.reactions, this.commentCount, this.score, this.day, this.createdAt,
				this.editedAt, this.version + 1);
	}

	/** The same post with another status. */
	public SocialPost with(SocialPostStatus status) {
		return new SocialPost(this.id, this.authorId, this.text, this.html, this.hashtags, this.mediaIds,
				this.visibility, status, this.reactions, this.commentCount, this.score, this.day, this.createdAt,
				this.editedAt, this.version + 1);
	}

}
