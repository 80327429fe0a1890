package org.parley.auth.account.admin;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * Selects accounts.
 *
 * @param q a prefix of the username or, if it contains {@code @}, of the mail address
 * @param role the role of the accounts
 * @param cursor the position in the list
 */
record UserQuery(
		@Parameter(example = "ali") @Size(min = 1, max = 254, message = "must have 1 to 254 characters") @Pattern(
				regexp = "[\\x21-\\x7e]*", message = "must be visible ASCII characters") @Nullable String q,
		@Parameter(example = "moderator") @Pattern(regexp = "user|moderator|admin",
				message = "must be user, moderator or admin") @Nullable String role,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {

	/** The field by which the list is searched and sorted. */
	String sort() {
		return isByAddress() ? "emailKey" : "usernameKey";
	}

	boolean isByAddress() {
		return this.q != null && this.q.contains("@");
	}

}
