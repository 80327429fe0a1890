package org.parley.auth.account.export;

import java.time.Instant;
import java.util.Map;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A copy that somebody wants. There is one a person.
 *
 * @param userId whose
 * @param id of the copy
 * @param requestedAt when they asked for it
 * @param expiresAt when it is forgotten
 * @param sizes how many parts there are, by service, as far as they have told all
 */
@Document("exports")
record Export(@Id String userId, String id, Instant requestedAt, Instant expiresAt, Map<String, Integer> sizes) {
}
