package org.parley.notification.mail.suppression;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The standing of an address to which a mail has bounced, or that wants none.
 *
 * @param key hash of the address
 * @param userId whose address it is
 * @param to masked address
 * @param reason why it is suppressed; null if it is not
 * @param since when it was suppressed
 * @param softBounces mails that could not be delivered since one was
 * @param triedAt when it last got a mail that cannot be turned off, although it bounces
 * @param triedBy the id of that mail
 */
@Document("address_standings")
@CompoundIndex(def = "{'key': 1}", unique = true)
@CompoundIndex(def = "{'userId': 1}")
@CompoundIndex(def = "{'reason': 1, '_id': -1}", partialFilter = "{'reason': {'$exists': true}}")
public record AddressStanding(@Id String id, String key, String userId, String to, @Nullable SuppressionReason reason,
		@Nullable Instant since, List<String> softBounces, @Nullable Instant triedAt, @Nullable String triedBy) {
}
