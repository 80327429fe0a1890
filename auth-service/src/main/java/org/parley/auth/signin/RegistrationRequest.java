package org.parley.auth.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.user.User;
import org.parley.auth.user.Username;
import org.parley.auth.user.profile.UserProfile;

/**
 * Registers a user.
 *
 * @param name display name
 * @param email mail address
 * @param password 8 to 128 characters, not easily guessed
 * @param username 3 to 30 letters, digits, {@code _} or {@code -}; derived from the name
 * by default
 */
record RegistrationRequest(
		@Schema(example = "Alice Liddell") @NotNull(message = "is required") @Size(min = 1, max = 100,
				message = "must have 1 to 100 characters") @Pattern(regexp = UserProfile.ONE_LINE,
						message = "must be one line of text, not blank") String name,
		@Schema(example = "alice@example.org") @NotNull(message = "is required") @Size(max = 254,
				message = "may have 254 characters") @Pattern(regexp = User.MAIL_ADDRESS,
						message = "must be a mail address") String email,
		@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(max = 256,
				message = "must have 8 to 128 characters") String password,
		@Schema(example = "alice") @Pattern(regexp = Username.FORM,
				message = "must be 3 to 30 letters, digits, _ or -") @Nullable String username) {

	/**
	 * The account to open.
	 * @throws org.parley.platform.web.problem.ProblemException 400 when the username is
	 * reserved
	 */
	NewAccount account() {
		return new NewAccount(this.name, this.email, this.password,
				(this.username != null) ? Username.chosen(this.username) : null);
	}

	@Override
	public String toString() {
		return "RegistrationRequest[***]";
	}

}
