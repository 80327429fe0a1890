package org.parley.auth.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A secret that went by mail.
 *
 * @param hash of the secret, which itself is kept nowhere
 * @param purpose what it is good for
 * @param owner whose account it is about
 * @param expiresAt when it counts no more
 * @param address which address it is about, where it is about one
 * @param addressKey the same without regard to case
 */
@Document("mail_tokens")
record MailToken(@Id String hash, Purpose purpose, String owner, Instant expiresAt, @Nullable String address,
		@Nullable String addressKey) {
}
