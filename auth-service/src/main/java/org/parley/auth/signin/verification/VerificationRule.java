package org.parley.auth.signin.verification;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The rule that addresses must be verified, a singleton while it is in force.
 *
 * @param since when it began
 */
@Document("verification_rule")
record VerificationRule(@Id String id, Instant since) {

	static final String ID = "verification";

}
