package org.parley.auth.oauth.app;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner;

/** Rotates the secret of an app. */
@Schema(name = "AppSecretRequest")
record AppSecretRequest(@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "must have at most 32 characters") @Nullable String otp)
		implements
			VerifyOwner.Proof {

	@Override
	public String toString() {
		return "AppSecretRequest[***]";
	}

}
