package org.parley.auth.signin.recovery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passwords that were forgotten. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Mail address and password")
class RecoveryController {

	private final RequestPasswordReset forgetting;

	private final ResetPassword resetting;

	RecoveryController(RequestPasswordReset forgetting, ResetPassword resetting) {
		this.forgetting = forgetting;
		this.resetting = resetting;
	}

	@PostMapping("/forgot-password")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Have a link sent to your address; the answer is the same when nobody has that address")
	void forgot(@Valid @RequestBody Forgotten forgotten, ClientDevice clientDevice) {
		this.forgetting.forgot(forgotten.email(), clientDevice);
	}

	@PostMapping("/reset-password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Set another password by the token that was sent to you; all your sessions end")
	void reset(@Valid @RequestBody Reset reset, ClientDevice clientDevice) {
		this.resetting.reset(reset.token(), reset.password(), reset.revokesTokens(), clientDevice);
	}

	/**
	 * Whose password was forgotten.
	 *
	 * @param email where the link goes
	 */
	record Forgotten(@Schema(example = "alice@example.org") @NotNull(message = "is required") @Size(min = 1, max = 254,
			message = "must have 1 to 254 characters") String email) {

		@Override
		public String toString() {
			return "Forgotten[***]";
		}

	}

	/**
	 * Another password, by somebody who reads the owner's mail.
	 *
	 * @param token counts once, for 30 minutes
	 * @param password 8 to 128 characters, none that others would guess first
	 * @param revokeTokens whether personal tokens and the access of apps end, too;
	 * absent, they do
	 */
	@Schema(name = "PasswordReset")
	record Reset(
			@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull(message = "is required") @Size(
					min = 1, max = 200, message = "must have 1 to 200 characters") String token,
			@Schema(example = "off with their heads!") @NotNull(message = "is required") @Size(max = 256,
					message = "must have 8 to 128 characters") String password,
			@Schema(example = "true") @Nullable Boolean revokeTokens) {

		boolean revokesTokens() {
			return !Boolean.FALSE.equals(this.revokeTokens);
		}

		@Override
		public String toString() {
			return "Reset[***]";
		}

	}

}
