package org.parley.auth.user.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An audit record. Contains ids and an IP address, never names, mail addresses or
 * secrets.
 *
 * @param act the name of an {@link AuditAction} or of an act that a service has reported,
 * which another version may not know
 * @param at the time of the action; MongoDB deletes the record one year later
 * @param by the acting user, if the client was authenticated
 * @param detail the change in one word, such as the new role or a session id, or names
 * and ids of things
 * @param address the IP address of the request, if there was one
 */
@Document("audit")
@CompoundIndex(def = "{'userId': 1, '_id': -1}")
@CompoundIndex(def = "{'act': 1, '_id': -1}")
record AuditRecord(@Id String id, @Indexed(expireAfter = "365d", useGeneratedName = true) Instant at, String act,
		@Nullable String userId, @Nullable String by, @Nullable String detail, @Nullable String address,
		@Nullable String correlationId) {

	/** Whether another authenticated user acted on the account. */
	boolean isByOthers() {
		return this.by != null && !this.by.equals(this.userId);
	}

}
