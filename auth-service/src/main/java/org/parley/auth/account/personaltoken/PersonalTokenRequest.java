package org.parley.auth.account.personaltoken;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.name.ShownName;

/**
 * A request for a personal access token.
 *
 * @param name chosen by its owner
 * @param scopes what it may be used for
 * @param expiresAt when it expires, within a year
 * @param password the caller's current password, unless their sign-in is recent
 * @param otp a code of the second factor, or a recovery code, if the account has one
 */
@Schema(name = "PersonalTokenWish")
record PersonalTokenRequest(
		@Schema(example = "backup on my laptop") @NotNull(message = "is required") @ShownName String name,
		@Schema(example = "[\"threads:read\"]") @NotNull(message = "is required") @Size(min = 1, max = 20,
				message = "must have 1 to 20 items") List<@NotNull(message = "must not be null") String> scopes,
		@Schema(example = "2027-01-01T00:00:00Z") @NotNull(message = "is required") Instant expiresAt,
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp) {

	@Override
	public String toString() {
		return "PersonalTokenRequest[***]";
	}

}
