package org.parley.auth.signin.recovery;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.password.PasswordRules;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.web.rule.RuledRequest;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reset of forgotten passwords. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Mail address and password")
class RecoveryController {

	private final RequestPasswordReset requestReset;

	private final ResetPassword resetPassword;

	RecoveryController(RequestPasswordReset requestReset, ResetPassword resetPassword) {
		this.requestReset = requestReset;
		this.resetPassword = resetPassword;
	}

	@PostMapping("/forgot-password")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Request a password reset by mail; the answer is the same for an unknown account")
	void forgot(@Valid @RequestBody Forgotten request, ClientDevice clientDevice) {
		this.requestReset.request(request.login(), clientDevice);
	}

	@PostMapping("/reset-password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Set a new password with the token from the mail; all your sessions end")
	void reset(@Valid @RequestBody Reset request, ClientDevice clientDevice) {
		this.resetPassword.reset(request.token(), request.password(), request.revokesTokens(), clientDevice);
	}

	/**
	 * Requests a password reset.
	 *
	 * @param email of the account, unless its username is given
	 */
	record Forgotten(@Schema(example = "alice@example.org") @Nullable @MailAddress String email,
			@Schema(example = "alice") @Nullable @Size(min = 1, max = 254) String username) implements RuledRequest {

		@Override
		public List<Runnable> rules() {
			return List.of(this::login);
		}

		String login() {
			if (this.email != null) {
				return this.email;
			}
			if (this.username != null) {
				return this.username;
			}
			throw RefusalException.field("email", "not-null", "is required");
		}

		@Override
		public String toString() {
			return "Forgotten[***]";
		}

	}

	/**
	 * Resets a password.
	 *
	 * @param token from the mail, valid once within 30 minutes, or 30 days after others
	 * have created the account
	 * @param revokeTokens whether to revoke personal tokens and the access of apps, the
	 * default
	 */
	@Schema(name = "PasswordReset")
	record Reset(
			@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull @Size(min = 1,
					max = 200) String token,
			@Schema(example = "off with their heads!") @NotNull @Size(max = 256,
					message = "must have 8 to 128 characters") String password,
			@Schema(example = "true") @Nullable Boolean revokeTokens) implements RuledRequest {

		@Override
		public List<Runnable> rules() {
			return List.of(RuledRequest.rule(this.password, (value) -> PasswordRules.check("password", value)));
		}

		boolean revokesTokens() {
			return !Boolean.FALSE.equals(this.revokeTokens);
		}

		@Override
		public String toString() {
			return "Reset[***]";
		}

	}

}
