package org.parley.notification.conversation;

import java.time.Instant;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.contracts.chat.MessageChanged;
import org.parley.contracts.chat.MessageRemoved;
import org.parley.notification.news.Actor;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message without its text.
 *
 * @param shown whether it is neither deleted nor removed
 */
@Document("chat_messages")
@CompoundIndex(def = "{'conversationId': 1, 'seq': -1}")
record KnownMessage(@Id String id, String conversationId, long seq, Actor author,
		@Indexed(expireAfter = "30d", useGeneratedName = true) Instant at, boolean shown, long version) {

	/** A created or restored message. */
	static KnownMessage of(MessageChanged event) {
		var message = event.message();
		return new KnownMessage(message.id(), event.conversation().id(), message.seq(), Actor.of(message.author()),
				message.createdAt(), true, message.version());
	}

	/** Ids contain their time, which the event of a removal does not. */
	static KnownMessage of(MessageRemoved event) {
		var message = event.message();
		return new KnownMessage(message.id(), event.conversation().id(), message.seq(), Actor.of(message.author()),
				Ulid.getInstant(message.id()), false, event.version());
	}

}
