package org.parley.notification.fanout;

import java.time.Instant;
import java.util.List;

import org.parley.notification.news.NotificationNews;

/**
 * Whom an event notifies.
 *
 * @param direct the users whom the event concerns
 * @param targets the targets whose followers are notified
 * @param before later followers are not
 */
public record NewRound(NotificationNews news, List<DirectRecipient> direct, List<String> targets, Instant before) {
}
