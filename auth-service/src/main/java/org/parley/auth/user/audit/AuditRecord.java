package org.parley.auth.user.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One thing that happened. Holds ids and an address, never names, mail or secrets.
 *
 * @param id sortable by time
 * @param at when; the record ends some time later
 * @param act what
 * @param userId whose account, when one is known
 * @param by who did it, when somebody was signed in
 * @param detail what changed, in a word, such as the new role or a session's id
 * @param address where the request came from; none when no request did it
 * @param correlationId the request
 */
@Document("audit")
record AuditRecord(@Id String id, Instant at, AuditAction act, @Nullable String userId, @Nullable String by,
		@Nullable String detail, @Nullable String address, @Nullable String correlationId) {
}
