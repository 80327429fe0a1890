package org.parley.notification.notification;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * News that wait until the person or the category is known.
 *
 * @param id whom, what about, and of what
 * @param source of what
 * @param recipient whom
 * @param news what
 * @param since when it happened; some time later nobody waits any more
 * @param nextAt when to look again
 */
@Document("late_news")
record DeferredNewsRecord(@Id String id, String source, Recipient recipient, NotificationNews news, Instant since,
		Instant nextAt) {
}
