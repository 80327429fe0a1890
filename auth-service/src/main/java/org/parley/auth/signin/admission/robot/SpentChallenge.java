package org.parley.auth.signin.admission.robot;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A challenge that was answered, and cannot be answered again.
 *
 * @param hash of its id
 * @param expiresAt when the challenge itself has expired
 */
@Document("spent_challenges")
record SpentChallenge(@Id String hash, @Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {
}
