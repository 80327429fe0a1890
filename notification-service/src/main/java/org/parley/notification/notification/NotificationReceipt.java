package org.parley.notification.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a person was told of something.
 *
 * @param id whom and of what: nobody is told of the same as a reply and as a mention
 * @param source of what
 * @param notificationId where they find it
 * @param actor who caused it
 * @param at when; kept as long as notifications are
 */
@Document("tellings")
record NotificationReceipt(@Id String id, String source, String notificationId, @Nullable Actor actor, Instant at) {
}
