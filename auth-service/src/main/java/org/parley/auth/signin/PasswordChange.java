package org.parley.auth.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A new password, by somebody who knows the old one.
 *
 * @param currentPassword the one that counts now
 * @param newPassword 8 to 128 characters, none that others would guess first
 */
record PasswordChange(
		@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") String currentPassword,
		@Schema(example = "off with their heads!") @NotNull(message = "is required") @Size(max = 256,
				message = "must have 8 to 128 characters") String newPassword) {

	@Override
	public String toString() {
		return "PasswordChange[***]";
	}

}
