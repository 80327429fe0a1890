package org.parley.chat.preference;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored preferences of a person.
 *
 * @param writers the people who may write to the person
 * @param hidesReading true if nobody sees how far the person has read; null if members of
 * the same conversations do
 */
@Document("preferences")
record ChatPreference(@Id String id, AllowedWriters writers, @Nullable Boolean hidesReading) {

	/** The preferences of a person who has chosen nothing. */
	static ChatPreference none(String id) {
		return new ChatPreference(id, AllowedWriters.EVERYONE, null);
	}

}
