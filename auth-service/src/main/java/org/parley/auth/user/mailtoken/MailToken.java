package org.parley.auth.user.mailtoken;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mailed secret.
 *
 * @param hash the hash of the secret, which itself is not stored
 * @param linkVersion the link version of the account at the time of sending; null means 0
 * @param address the mail address concerned, if any
 * @param since when the change that this secret undoes was requested, if any
 */
@Document("mail_tokens")
@CompoundIndex(def = "{'owner': 1, 'purpose': 1}")
@CompoundIndex(def = "{'addressKey': 1}", sparse = true)
record MailToken(@Id String hash, MailTokenPurpose purpose, String owner, @Nullable Integer linkVersion,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt, @Nullable String address,
		@Nullable String addressKey, @Nullable Instant since) {

	/** Whether no change of a credential has invalidated this secret. */
	boolean isValidFor(User user) {
		return this.purpose.outlivesCredentials()
				|| Objects.requireNonNullElse(this.linkVersion, 0) == user.linkVersion();
	}

	Instant issuedAt() {
		return this.expiresAt.minus(this.purpose.lifetime());
	}

}
