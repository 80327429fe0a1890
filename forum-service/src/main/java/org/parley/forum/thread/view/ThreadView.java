package org.parley.forum.thread.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.forum.member.Authors;
import org.parley.forum.member.PersonView;
import org.parley.forum.thread.ForumThread;

/**
 * A thread as clients see it, alone and in lists.
 *
 * @param category the slug of its category
 * @param tags its tags, at most five
 * @param status {@code open}, {@code locked}, {@code archived}, {@code hidden} or
 * {@code removed}
 * @param pinned whether it stays at the top of its category
 * @param replyCount the number of visible replies
 * @param voteScore votes up minus votes down
 * @param lastActivityAt when the last post was created
 * @param lastPostBy the author of the last post
 * @param excerpt the beginning of the opening post, as plain text
 * @param picture the address of a small picture of the opening post; only in lists,
 * absent without one
 * @param acceptedAnswer the id of the accepted answer, if any
 * @param version grows with every change except counters
 * @param bookmarked whether the reader has bookmarked the thread; absent in lists and for
 * guests
 */
public record ThreadView(String id, String title, String slug, String category, List<String> tags, PersonView author,
		String status, boolean pinned, int replyCount, long viewCount, int voteScore, Instant createdAt,
		Instant lastActivityAt, PersonView lastPostBy, String excerpt, @OptionalValue @Nullable String picture,
		@Nullable String acceptedAnswer, long version, @OptionalValue @Nullable Boolean bookmarked) {

	/** Stands before the id of a medium whose address is added later. */
	public static final String MEDIUM = "media:";

	/** Builds the view from a thread and the names for its ids. */
	public static ThreadView of(ForumThread thread, String category, Authors people) {
		return new ThreadView(thread.id(), thread.title(), thread.slug(), category, thread.tags(),
				people.get(thread.authorId()).person(), thread.visibleStatus(), thread.pinned(),
				thread.counters().replyCount(), thread.counters().viewCount(), thread.counters().voteScore(),
				thread.createdAt(), thread.counters().lastActivityAt(),
				people.get(thread.counters().lastPostBy()).person(), thread.excerpt(), null, thread.acceptedAnswer(),
				thread.version(), null);
	}

	/** The same thread for a reader who has bookmarked it, or not. */
	ThreadView bookmarked(boolean isBookmarked) {
		return new ThreadView(this.id, this.title, this.slug, this.category, this.tags, this.author, this.status,
				this.pinned, this.replyCount, this.viewCount, this.voteScore, this.createdAt, this.lastActivityAt,
				this.lastPostBy, this.excerpt, this.picture, this.acceptedAnswer, this.version, isBookmarked);
	}

	/** The same thread in a list, with the id of its picture. */
	public ThreadView withPicture(@Nullable String mediumId) {
		return new ThreadView(this.id, this.title, this.slug, this.category, this.tags, this.author, this.status,
				this.pinned, this.replyCount, this.viewCount, this.voteScore, this.createdAt, this.lastActivityAt,
				this.lastPostBy, this.excerpt, (mediumId != null) ? MEDIUM + mediumId : null, this.acceptedAnswer,
				this.version, this.bookmarked);
	}

}
