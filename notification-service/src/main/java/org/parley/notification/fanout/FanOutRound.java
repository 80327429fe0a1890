package org.parley.notification.fanout;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.NotificationNews;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * News on their way to all who follow something, or what was told on its way back. Each
 * page is one transaction with the note of how far it is.
 *
 * @param source what happened
 * @param news what is told; null when it is taken back
 * @param targets to those who follow one of these
 * @param before and did so before this moment
 * @param after the last who was told, or the last telling that was taken back
 * @param tries how often the next page has failed
 * @param dueAt when to go on
 */
@Document("rounds")
record FanOutRound(@Id String source, @Nullable NotificationNews news, List<String> targets, Instant before,
		@Nullable String after, int tries, Instant dueAt) {

	static FanOutRound telling(NotificationNews news, List<String> targets, Instant before, Instant dueAt) {
		return new FanOutRound(news.source(), news, List.copyOf(targets), before, null, 0, dueAt);
	}

	static FanOutRound takingBack(String source, String after, Instant now) {
		return new FanOutRound(source, null, List.of(), now, after, 0, now);
	}

	/** After a page; others come first now. */
	FanOutRound upTo(String last, Instant now) {
		return new FanOutRound(this.source, this.news, this.targets, this.before, last, 0, now);
	}

}
