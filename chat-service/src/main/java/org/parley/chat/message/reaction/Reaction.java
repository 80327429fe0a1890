package org.parley.chat.message.reaction;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The reaction of a person to a message.
 *
 * @param id the ids of the person and the message, and the emoji
 * @param at when the person reacted
 */
@Document("reactions")
@CompoundIndex(def = "{'messageId': 1, 'personId': 1, 'emoji': 1}")
record Reaction(@Id String id, String personId, String messageId, String emoji, Instant at) {

	static Reaction of(String personId, String messageId, Emoji emoji, Instant now) {
		return new Reaction(id(personId, messageId, emoji), personId, messageId, emoji.text(), now);
	}

	static String id(String personId, String messageId, Emoji emoji) {
		return personId + ":" + messageId + ":" + emoji.text();
	}

}
