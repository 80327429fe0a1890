package org.parley.auth.signin.secondfactor;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Both factors, by somebody who is signed in and changes them.
 *
 * @param password theirs
 * @param otp a code of the app, or a recovery code
 */
@Schema(name = "TwoFactorProof")
record OwnerProof(
		@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") String password,
		@Schema(example = "123456") @NotNull(message = "is required") @Size(min = 1, max = 32,
				message = "must have 1 to 32 characters") String otp) {

	@Override
	public String toString() {
		return "OwnerProof[***]";
	}

}
