package org.parley.notification.mail.reply;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail that a person has sent, kept so that it is handled once.
 *
 * @param key a hash of its Message-ID and address
 * @param mailId the id of its first receipt
 * @param messageId its Message-ID; null if it has none
 * @param subject its subject; null if somebody else may have written it
 * @param refusal why it was refused; null if it was not
 */
@Document("received_mails")
@CompoundIndex(def = "{'userId': 1, 'at': -1}")
@CompoundIndex(def = "{'mailId': 1}")
record ReceivedMail(@Id String key, String mailId, String userId, @Nullable String messageId, @Nullable String subject,
		@Nullable String refusal, @Indexed(expireAfter = "90d", useGeneratedName = true) Instant at) {
}
