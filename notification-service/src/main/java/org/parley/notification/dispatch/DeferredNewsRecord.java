package org.parley.notification.dispatch;

import java.time.Instant;

import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.Recipient;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * News that waits for its recipient or its category.
 *
 * @param id recipient, kind and source
 * @param source the event that the news is about
 * @param since when the news was deferred
 * @param nextAt time of the next attempt
 */
@Document("deferred_news")
@CompoundIndex(def = "{'source': 1}")
@CompoundIndex(def = "{'news.place.threadId': 1}")
@CompoundIndex(def = "{'nextAt': 1}")
record DeferredNewsRecord(@Id String id, String source, Recipient recipient, NotificationNews news, Instant since,
		Instant nextAt) {
}
