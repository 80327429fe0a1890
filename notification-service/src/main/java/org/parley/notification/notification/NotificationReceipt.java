package org.parley.notification.notification;

import java.time.Instant;

import org.parley.notification.news.Actor;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A record that a user was notified about an event.
 *
 * @param id user id and source; so a post notifies a user once, as a reply or a mention
 * @param source the event
 * @param notificationId the notification
 * @param actor the user who caused the event
 * @param at time; start of the retention period
 */
@Document("tellings")
record NotificationReceipt(@Id String id, String source, String notificationId, @Nullable Actor actor, Instant at) {
}
