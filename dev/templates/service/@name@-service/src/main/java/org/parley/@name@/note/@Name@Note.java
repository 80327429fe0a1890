package org.parley.@name@.note;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A note.
 *
 * @param ownerId the only person who sees it
 * @param createdAt when it was written
 */
@Document("notes")
@CompoundIndex(name = "by_owner", def = "{'ownerId': 1, '_id': 1}")
record @Name@Note(@Id String id, String ownerId, String text, Instant createdAt) {

	/** Writes a note, without white space around its text. */
	static @Name@Note write(String ownerId, String text, Instant now) {
		return new @Name@Note(Ids.next(), ownerId, text.strip(), now.truncatedTo(ChronoUnit.MILLIS));
	}

}
