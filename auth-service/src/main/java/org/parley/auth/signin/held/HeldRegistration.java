package org.parley.auth.signin.held;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.user.Username;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A registration that waits until its owner has verified the address.
 *
 * @param hash of the secret in the mail
 * @param accountId id of the account that is opened
 * @param username chosen by its owner, not reserved; null derives one from the name
 * @param invitation hash of the invitation, if there is one
 */
@Document("held_registrations")
record HeldRegistration(@Id String hash, String accountId, String name, String email, @Nullable String username,
		String language, @Nullable String passwordHash, @Nullable String invitation, @Nullable FirstPasskey passkey,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant expiresAt) {

	static final Duration LIFETIME = Duration.ofHours(24);

	static HeldRegistration of(String hash, Registration registration, Instant expiresAt) {
		var account = registration.account().account();
		var username = account.username();
		return new HeldRegistration(hash, account.id(), account.name(), account.email(),
				(username != null) ? username.text() : null, account.language().toLanguageTag(),
				registration.account().hash(), registration.invitation(), registration.passkey(), expiresAt);
	}

	Registration registration() {
		var account = new NewAccount(this.name, this.email, null,
				(this.username != null) ? new Username(this.username) : null, Locale.forLanguageTag(this.language),
				this.accountId);
		return new Registration(new PreparedAccount(account, this.passwordHash), this.invitation, this.passkey);
	}

	@Override
	public String toString() {
		return "HeldRegistration[***]";
	}

}
