package org.parley.auth.signin.secondfactor;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Both factors of the caller, who changes them. */
@Schema(name = "TwoFactorProof")
record OwnerProof(@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
		@Schema(example = "123456") @NotNull @Size(min = 1, max = 32) String otp) implements VerifyOwner.Proof {

	@Override
	public String toString() {
		return "OwnerProof[***]";
	}

}
