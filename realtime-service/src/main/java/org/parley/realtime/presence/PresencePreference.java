package org.parley.realtime.presence;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored preference of a person.
 *
 * @param invisible whether the person looks offline
 */
@Document("presence_preferences")
record PresencePreference(@Id String id, boolean invisible) {
}
