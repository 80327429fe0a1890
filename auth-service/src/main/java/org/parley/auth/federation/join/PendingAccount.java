package org.parley.auth.federation.join;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.protocol.ProviderAccount;

/**
 * A person whose identity has no account yet. Only their browser has this, encrypted.
 *
 * @param state of the request that the provider answered, which the page repeats: each
 * tab of a browser has a person of its own
 * @param next address of the page to return to, or empty
 * @param expiresAt when the person has to begin again
 */
record PendingAccount(String state, String provider, ProviderAccount account, String next, @Nullable String invitation,
		Instant expiresAt) {

	PendingAccount withoutPicture() {
		return new PendingAccount(this.state, this.provider, this.account.withoutPicture(), this.next, this.invitation,
				this.expiresAt);
	}

	@Override
	public String toString() {
		return "PendingAccount[***]";
	}

}
