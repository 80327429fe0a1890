package org.parley.auth.user;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.ban.Ban;
import org.parley.contracts.PersonReference;
import org.parley.platform.text.StorableText;

/**
 * What the directory of an organization says about an account.
 *
 * @param userName by which the directory knows the account
 * @param userNameKey the lower-case user name, unique
 * @param externalId the directory's id of the account; null if it has given none
 * @param since when that was last changed
 * @param name from which the display name follows; null if the directory gives one, or a
 * person has chosen one here
 */
public record DirectoryEntry(String userName, String userNameKey, @Nullable String externalId, boolean active,
		Instant since, @Nullable Name name) {

	/** Acts on behalf of directories. */
	static final PersonReference DIRECTORY = new PersonReference("directory", "directory", "Directory");

	public static DirectoryEntry of(String userName, @Nullable String externalId, boolean active, Instant since) {
		return new DirectoryEntry(userName, keyOf(userName), externalId, active, since, null);
	}

	public DirectoryEntry named(@Nullable Name after) {
		return new DirectoryEntry(this.userName, this.userNameKey, this.externalId, this.active, this.since, after);
	}

	/** The form by which user names are compared. */
	public static String keyOf(String userName) {
		return userName.toLowerCase(Locale.ROOT);
	}

	DirectoryEntry activated(Instant now) {
		return new DirectoryEntry(this.userName, this.userNameKey, this.externalId, true, now, this.name);
	}

	/** The refusal of an account that is not active, as a ban that ends with it. */
	Ban suspension() {
		return new Ban("Your organization has ended your access.", null, DIRECTORY, this.since, null);
	}

	/** The parts of a person's name, as far as the directory has told them. */
	public record Name(@StorableText(min = 1, max = 254) @Nullable String given,
			@StorableText(min = 1, max = 254) @Nullable String family) {

		/** Of which no part is known. */
		public static final Name UNKNOWN = new Name(null, null);

		/** The name with those parts that are not null. */
		public Name with(@Nullable String newGiven, @Nullable String newFamily) {
			return new Name((newGiven != null) ? newGiven : this.given, (newFamily != null) ? newFamily : this.family);
		}

		/** Whether all of the person's name is known. */
		public boolean isComplete() {
			return this.given != null && this.family != null;
		}

		/** The parts in the order of a signature, perhaps none. */
		public String text() {
			return Stream.of(this.given, this.family).filter(Objects::nonNull).collect(Collectors.joining(" "));
		}

	}

}
