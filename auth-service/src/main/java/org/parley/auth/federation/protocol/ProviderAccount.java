package org.parley.auth.federation.protocol;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A person as a provider describes them.
 *
 * @param subject unique at the issuer, never reassigned
 * @param signedInAt when they last proved there who they are
 * @param groups that the provider decides on; null if it decides on none
 * @param picture address of their picture; null if the provider gives none
 */
public record ProviderAccount(String issuer, String subject, @Nullable String email, boolean emailVerified,
		@Nullable String name, @Nullable String username, Instant signedInAt, @Nullable ProviderGroups groups,
		@Nullable String picture) {

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_ADDRESS = 500;

	/** Omits overlong texts, which would fill the browser's cookie. */
	public ProviderAccount {
		name = (name != null && name.length() > LONGEST_NAME) ? null : name;
		username = (username != null && username.length() > LONGEST_NAME) ? null : username;
		picture = (picture != null && (picture.length() > LONGEST_ADDRESS || !picture.matches("https?://\\S+"))) ? null
				: picture;
	}

	/** A sign-in that has happened since then, although the provider's clock is late. */
	ProviderAccount signedInSince(Instant asked) {
		return this.signedInAt.isBefore(asked) ? new ProviderAccount(this.issuer, this.subject, this.email,
				this.emailVerified, this.name, this.username, asked, this.groups, this.picture) : this;
	}

	public ProviderAccount withoutPicture() {
		return new ProviderAccount(this.issuer, this.subject, this.email, this.emailVerified, this.name, this.username,
				this.signedInAt, this.groups, null);
	}

	/** By which its owner recognizes the account. */
	public String label() {
		if (this.email != null) {
			return this.email;
		}
		return (this.username != null) ? this.username : this.subject;
	}

	@Override
	public String toString() {
		return "ProviderAccount[***]";
	}

}
