package org.parley.chat.message;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An earlier text of a message, kept for moderators.
 *
 * @param version the version of the message that had the text
 * @param text the text in Markdown
 * @param replacedAt when it was edited or deleted
 */
@Document("message_revisions")
@CompoundIndex(def = "{'messageId': 1, 'version': 1}")
public record MessageRevision(@Id String id, String messageId, String authorId, long version, @Nullable String text,
		Instant replacedAt) {

	static MessageRevision of(Message message, Instant now) {
		return new MessageRevision(Ids.next(), message.id(), message.authorId(), message.version(), message.text(),
				now);
	}

}
