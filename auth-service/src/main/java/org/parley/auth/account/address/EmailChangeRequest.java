package org.parley.auth.account.address;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.name.MailAddress;

/**
 * A request to change the mail address.
 *
 * @param email the new address
 * @param password the caller's current password, unless their sign-in is recent
 * @param otp a code of the second factor, or a recovery code, if the account has one
 */
record EmailChangeRequest(
		@Schema(example = "alice@example.net") @NotNull(message = "is required") @MailAddress String email,
		@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") @Nullable String password,
		@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp) {

	@Override
	public String toString() {
		return "EmailChangeRequest[***]";
	}

}
