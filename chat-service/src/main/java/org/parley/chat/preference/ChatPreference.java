package org.parley.chat.preference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored preference of a person.
 *
 * @param writers the people who may write to the person
 */
@Document("preferences")
record ChatPreference(@Id String id, AllowedWriters writers) {
}
