package org.parley.notification.fanout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationNews;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Progress of notifying the users whom an event concerns and all followers of some
 * targets, or of withdrawing these notifications. Each page and its progress are one
 * transaction.
 *
 * @param source the event that the news is about
 * @param news the news; null if notifications are withdrawn
 * @param direct the users who are notified first, each for the first reason
 * @param targets the followed targets
 * @param before followers since this time are skipped
 * @param after last user notified, or last receipt withdrawn
 * @param tries failures of the next page
 * @param dueAt time of the next page, or end of the claim
 * @param readers the users who have read the thread since the event
 */
@Document("fan_out_rounds")
@CompoundIndex(def = "{'dueAt': 1}")
@CompoundIndex(def = "{'news.place.threadId': 1}")
record FanOutRound(@Id String source, @Nullable NotificationNews news, List<DirectRecipient> direct,
		List<String> targets, Instant before, @Nullable String after, int tries, Instant dueAt,
		List<ThreadReader> readers) {

	/** Stored rounds may have no readers. */
	FanOutRound {
		readers = (readers != null) ? List.copyOf(readers) : List.of();
	}

	static FanOutRound notifying(NotificationNews news, List<DirectRecipient> direct, List<String> targets,
			Instant before, Instant dueAt) {
		return new FanOutRound(news.source(), news, List.copyOf(direct), List.copyOf(targets), before, null, 0, dueAt,
				List.of());
	}

	static FanOutRound withdrawing(String source, String after, Instant now) {
		return new FanOutRound(source, null, List.of(), List.of(), now, after, 0, now, List.of());
	}

	/** The same round after the users whom the event concerns, and after a page. */
	FanOutRound continuedAfter(@Nullable String last, Instant now) {
		return new FanOutRound(this.source, this.news, List.of(), this.targets, this.before, last, 0, now,
				this.readers);
	}

	/** The same round with more users. */
	FanOutRound with(List<DirectRecipient> more) {
		return to(Stream.concat(this.direct.stream(), more.stream()).distinct().toList());
	}

	/** The same round without the mentions of some users. */
	FanOutRound withoutMentions(Set<String> usernames) {
		return to(this.direct.stream().filter((recipient) -> !recipient.isMentioned(usernames)).toList());
	}

	private FanOutRound to(List<DirectRecipient> others) {
		return new FanOutRound(this.source, this.news, others, this.targets, this.before, this.after, this.tries,
				this.dueAt, this.readers);
	}

}
