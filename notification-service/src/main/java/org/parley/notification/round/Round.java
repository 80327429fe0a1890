package org.parley.notification.round;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.News;

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
record Round(@Id String source, @Nullable News news, List<String> targets, Instant before, @Nullable String after,
		int tries, Instant dueAt) {

	static Round telling(News news, List<String> targets, Instant before, Instant dueAt) {
		return new Round(news.source(), news, List.copyOf(targets), before, null, 0, dueAt);
	}

	static Round takingBack(String source, String after, Instant now) {
		return new Round(source, null, List.of(), now, after, 0, now);
	}

	/** After a page; others come first now. */
	Round upTo(String last, Instant now) {
		return new Round(this.source, this.news, this.targets, this.before, last, 0, now);
	}

}
