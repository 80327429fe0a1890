package org.parley.auth.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner.Proof;

/**
 * Changes the caller's password.
 *
 * @param currentPassword current password; an account without one needs a recent sign-in
 * @param newPassword 8 to 128 characters, not easily guessed
 * @param otp code of the second factor or recovery code, if the account has a second
 * factor
 * @param revokeTokens whether to revoke personal tokens and the access of apps, the
 * default
 */
record ChangePasswordRequest(
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") @Nullable String currentPassword,
		@Schema(example = "off with their heads!") @NotNull(message = "is required") @Size(max = 256,
				message = "must have 8 to 128 characters") String newPassword,
		@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp,
		@Schema(example = "true") @Nullable Boolean revokeTokens) {

	Proof proof() {
		return new Proof(this.currentPassword, this.otp);
	}

	boolean revokesTokens() {
		return !Boolean.FALSE.equals(this.revokeTokens);
	}

	@Override
	public String toString() {
		return "ChangePasswordRequest[***]";
	}

}
