package org.parley.forum.incoming;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A request at an address, kept so that a repetition has no effect.
 *
 * @param id the id of the address, a colon and the program's id of the delivery
 * @param threadId the thread of the post; null if nothing was posted
 */
@Document(IncomingAddresses.DELIVERIES)
@CompoundIndex(def = "{'address': 1, 'at': -1}")
record IncomingDelivery(@Id String id, String address, @Nullable String threadId, @Nullable String postId,
		@Indexed(expireAfter = "30d", useGeneratedName = true) Instant at) {
}
