package org.parley.auth.user;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.ban.Ban;
import org.parley.contracts.PersonReference;

/**
 * What the directory of an organization says about an account.
 *
 * @param userName by which the directory knows the account
 * @param userNameKey the lower-case user name, unique
 * @param externalId the directory's id of the account; null if it has given none
 * @param since when that was last changed
 */
public record DirectoryEntry(String userName, String userNameKey, @Nullable String externalId, boolean active,
		Instant since) {

	/** Acts on behalf of directories. */
	static final PersonReference DIRECTORY = new PersonReference("directory", "directory", "Directory");

	public static DirectoryEntry of(String userName, @Nullable String externalId, boolean active, Instant since) {
		return new DirectoryEntry(userName, keyOf(userName), externalId, active, since);
	}

	/** The form by which user names are compared. */
	public static String keyOf(String userName) {
		return userName.toLowerCase(Locale.ROOT);
	}

	DirectoryEntry activated(Instant now) {
		return new DirectoryEntry(this.userName, this.userNameKey, this.externalId, true, now);
	}

	/** The refusal of an account that is not active, as a ban that ends with it. */
	Ban suspension() {
		return new Ban("Your organization has ended your access.", null, DIRECTORY, this.since, null);
	}

}
