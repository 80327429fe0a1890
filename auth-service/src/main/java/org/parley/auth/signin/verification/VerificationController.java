package org.parley.auth.signin.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail addresses, shown to be their owners'. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Mail address and password")
class VerificationController {

	private final VerifyEmail verifying;

	VerificationController(VerifyEmail verifying) {
		this.verifying = verifying;
	}

	@PostMapping("/verify-email")
	@Operation(summary = "Show that a mail address is yours, by the token that was sent there")
	Data<Verified> verify(@Valid @RequestBody Presented presented, ClientDevice clientDevice) {
		this.verifying.verify(presented.token(), clientDevice);
		return new Data<>(new Verified(true));
	}

	@PostMapping("/resend-verification")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Have another mail sent to your address")
	void resend(Caller caller, ClientDevice clientDevice) {
		this.verifying.again(caller.id(), clientDevice);
	}

	/**
	 * What came by mail.
	 *
	 * @param token counts once, for 24 hours
	 */
	@Schema(name = "EmailVerification")
	record Presented(
			@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull(message = "is required") @Size(
					min = 1, max = 200, message = "must have 1 to 200 characters") String token) {

		@Override
		public String toString() {
			return "Presented[***]";
		}

	}

	/**
	 * What is known now.
	 *
	 * @param emailVerified that the address is theirs
	 */
	record Verified(boolean emailVerified) {
	}

}
