package org.parley.notification.announcement;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.notification.news.Actor;
import org.parley.notification.preference.NotificationKind;

/**
 * A notification for its recipient.
 *
 * @param title in the recipient's language
 * @param body additional text
 * @param link path on the site
 * @param actors users who caused the events, latest first
 * @param count number of events
 * @param createdAt time of the first event
 */
@Schema(name = "Notification")
public record NotificationView(@Schema(example = "01KAG3F5N7Q9S1V3X5Z7B9D1F3") String id,
		@Schema(example = "reply") NotificationKind kind,
		@Schema(example = "Bob replied in “Which tomatoes for a balcony?”") String title,
		@Schema(example = "") String body, @Schema(example = "/threads/01KAG3A1B2C3D4E5F6G7H8J9K0?post=2") String link,
		List<Actor> actors, @Schema(example = "1") int count, boolean read, Instant createdAt) {
}
