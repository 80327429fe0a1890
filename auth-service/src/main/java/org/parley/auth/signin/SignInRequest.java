package org.parley.auth.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a password.
 *
 * @param login username or mail address
 * @param otp code of the second factor or recovery code, if the account has a second
 * factor
 * @param delivery of the refresh token: in the body, by default, or as a cookie
 */
record SignInRequest(
		@Schema(example = "alice") @NotNull(message = "is required") @Size(min = 1, max = 254,
				message = "must have 1 to 254 characters") String login,
		@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
				message = "must have 1 to 256 characters") String password,
		@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp,
		@Schema(example = "body") @Pattern(regexp = "body|cookie",
				message = "must be body or cookie") @Nullable String delivery) {

	boolean deliversCookie() {
		return "cookie".equals(this.delivery);
	}

	@Override
	public String toString() {
		return "SignInRequest[***]";
	}

}
