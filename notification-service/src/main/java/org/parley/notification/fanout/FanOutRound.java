package org.parley.notification.fanout;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationNews;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Progress of notifying all followers of some targets, or of withdrawing these
 * notifications. Each page and its progress are one transaction.
 *
 * @param source the event that the news is about
 * @param news the news; null if notifications are withdrawn
 * @param targets the followed targets
 * @param before followers since this time are skipped
 * @param after last user notified, or last receipt withdrawn
 * @param tries failures of the next page
 * @param dueAt time of the next page, or end of the claim
 */
@Document("rounds")
record FanOutRound(@Id String source, @Nullable NotificationNews news, List<String> targets, Instant before,
		@Nullable String after, int tries, Instant dueAt) {

	static FanOutRound notifying(NotificationNews news, List<String> targets, Instant before, Instant dueAt) {
		return new FanOutRound(news.source(), news, List.copyOf(targets), before, null, 0, dueAt);
	}

	static FanOutRound withdrawing(String source, String after, Instant now) {
		return new FanOutRound(source, null, List.of(), now, after, 0, now);
	}

	/** The same round after a page. */
	FanOutRound continuedAfter(String last, Instant now) {
		return new FanOutRound(this.source, this.news, this.targets, this.before, last, 0, now);
	}

}
