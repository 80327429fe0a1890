package org.parley.notification.post;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationPlace;

/**
 * A post and its thread in events of forum-service.
 *
 * @param post the post
 * @param thread the thread
 */
record PostNotificationEventData(Post post, ThreadState thread) {

	/**
	 * A post.
	 *
	 * @param id of the post
	 * @param number position in the thread, from 1
	 * @param author the author
	 * @param replyTo the post it replies to; null for a reply to the thread
	 * @param status the status
	 * @param createdAt time of creation
	 * @param version of the post
	 * @param quotes the quoted posts; null for none
	 * @param mentions the mentioned usernames; null for none
	 */
	record Post(String id, int number, Actor author, @Nullable RepliedTo replyTo, Status status, Instant createdAt,
			long version, @Nullable List<Quoted> quotes, @Nullable Set<String> mentions) {

		boolean isOpening() {
			return this.number == 1;
		}

		/** The ids of the authors of quoted posts. */
		List<String> quotedAuthorIds() {
			return (this.quotes != null) ? this.quotes.stream().map(Quoted::authorId).distinct().toList() : List.of();
		}

		Set<String> mentionedUsernames() {
			return (this.mentions != null) ? this.mentions : Set.of();
		}

	}

	/** A quoted post. */
	record Quoted(String authorId) {
	}

	/** The post that is replied to. */
	record RepliedTo(Actor author) {
	}

	/** The status of a post. */
	enum Status {

		@JsonProperty("active")
		ACTIVE, @JsonProperty("flagged")
		FLAGGED, @JsonProperty("held")
		HELD, @JsonProperty("removed")
		REMOVED, @JsonProperty("deleted")
		DELETED;

		boolean isVisible() {
			return this == ACTIVE || this == FLAGGED;
		}

	}

	/** A category. */
	record Category(String id) {
	}

	/**
	 * The thread.
	 *
	 * @param id of the thread
	 * @param title its title
	 * @param category its category
	 * @param author the author
	 * @param tags its tags; null in a reference to the thread
	 */
	record ThreadState(String id, String title, Category category, Actor author, @Nullable List<String> tags) {

		NotificationPlace place() {
			return new NotificationPlace(this.id, this.category.id(), tagsOrEmpty());
		}

		List<String> tagsOrEmpty() {
			return (this.tags != null) ? this.tags : List.of();
		}

		String link(int number) {
			return "/threads/" + this.id + "?post=" + number;
		}

	}

	/** The ids of the other authors to whom the post replies. */
	List<String> repliedToAuthorIds() {
		var authorIds = new LinkedHashSet<String>();
		var replyTo = this.post.replyTo();
		if (replyTo != null) {
			authorIds.add(replyTo.author().id());
		}
		if (this.post.number() > 1) {
			authorIds.add(this.thread.author().id());
		}
		authorIds.remove(this.post.author().id());
		return List.copyOf(authorIds);
	}

}
