package org.parley.notification.post;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.Actor;
import org.parley.notification.notification.NotificationPlace;

/**
 * A post and its thread, as the forum tells of them.
 *
 * @param post what was said
 * @param thread where
 */
record HeardPostEventData(Said post, Where thread) {

	/**
	 * What was said.
	 *
	 * @param id of the post
	 * @param number its place in the thread; 1 opens it
	 * @param author who
	 * @param replyTo what it answers; null when it answers the thread
	 * @param content Markdown
	 * @param status who sees it
	 * @param createdAt when
	 * @param version of the post
	 * @param quotes whom it quotes; null when nobody
	 */
	record Said(String id, int number, Actor author, @Nullable Answered replyTo, String content, Status status,
			Instant createdAt, long version, @Nullable List<Quoted> quotes) {

		boolean opens() {
			return this.number == 1;
		}

		/** The ids of those whose posts it quotes. */
		List<String> quoted() {
			return (this.quotes != null) ? this.quotes.stream().map(Quoted::authorId).distinct().toList() : List.of();
		}

		Set<String> mentions() {
			return Mentions.in(this.content);
		}

	}

	/** Whose post is quoted. */
	record Quoted(String authorId) {
	}

	/** What a post answers. */
	record Answered(Actor author) {
	}

	/** Who sees a post. */
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
	 * @param category where it lies
	 * @param author who began it
	 * @param tags what it is about; null when the event is older than tags in events
	 */
	record Where(String id, String title, Category category, Actor author, @Nullable List<String> tags) {

		NotificationPlace place() {
			return new NotificationPlace(this.id, this.category.id(), about());
		}

		List<String> about() {
			return (this.tags != null) ? this.tags : List.of();
		}

		String link(int number) {
			return "/threads/" + this.id + "?post=" + number;
		}

	}

	/** The ids of those whose thread or post this answers; nobody answers themselves. */
	List<String> answered() {
		var answered = new java.util.LinkedHashSet<String>();
		var replyTo = this.post.replyTo();
		if (replyTo != null) {
			answered.add(replyTo.author().id());
		}
		if (this.post.number() > 1) {
			answered.add(this.thread.author().id());
		}
		answered.remove(this.post.author().id());
		return List.copyOf(answered);
	}

}
