package org.parley.notification.push;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A notification that waits to be sent to the devices of its user.
 *
 * @param id the id of the notification
 * @param title in the language of the user
 * @param link path on the site
 * @param language the language of the title
 * @param devices the devices that still wait for it; null for all of the user
 * @param dueAt when it is sent, or when another worker may claim it
 */
@Document("pushes")
@CompoundIndex(def = "{'dueAt': 1}")
record QueuedPush(@Id String id, String userId, String title, String link, String language,
		@Nullable List<String> devices, int attempts, Instant dueAt) {
}
