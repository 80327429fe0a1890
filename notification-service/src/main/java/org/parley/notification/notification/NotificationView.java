package org.parley.notification.notification;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.parley.notification.preference.NotificationKind;

/**
 * A notification as its owner reads it.
 *
 * @param id never changes
 * @param kind what it is about
 * @param title in their language
 * @param body what is said beside
 * @param link where it leads, from the root of the site
 * @param actors who caused it, the latest first
 * @param count how many things it stands for
 * @param read whether they have read it
 * @param createdAt when the first of them happened
 */
@Schema(name = "Notification")
record NotificationView(@Schema(example = "01KAG3F5N7Q9S1V3X5Z7B9D1F3") String id,
		@Schema(example = "reply") NotificationKind kind,
		@Schema(example = "Bob has replied in “Which tomatoes for a balcony?”") String title,
		@Schema(example = "") String body, @Schema(example = "/threads/01KAG3A1B2C3D4E5F6G7H8J9K0?post=2") String link,
		List<Actor> actors, @Schema(example = "1") int count, boolean read, Instant createdAt) {
}
