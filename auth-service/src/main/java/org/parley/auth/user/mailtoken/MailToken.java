package org.parley.auth.user.mailtoken;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A secret that went by mail.
 *
 * @param hash of the secret, which itself is kept nowhere
 * @param purpose what it is good for
 * @param owner whose account it is about
 * @param linkVersion of that account when it was sent; none is the first
 * @param expiresAt when it counts no more
 * @param address which address it is about, where it is about one
 * @param addressKey the same without regard to case
 * @param since when the change was asked for that it undoes, where it undoes one
 */
@Document("mail_tokens")
record MailToken(@Id String hash, MailTokenPurpose purpose, String owner, @Nullable Integer linkVersion,
		Instant expiresAt, @Nullable String address, @Nullable String addressKey, @Nullable Instant since) {

	/** Whether the account has changed nothing since that would end it. */
	boolean isOf(User user) {
		return this.purpose.outlivesCredentials()
				|| Objects.requireNonNullElse(this.linkVersion, 0) == user.linkVersion();
	}

	Instant issuedAt() {
		return this.expiresAt.minus(this.purpose.lifetime());
	}

}
