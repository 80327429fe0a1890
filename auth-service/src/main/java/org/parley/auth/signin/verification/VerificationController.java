package org.parley.auth.signin.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Email verification. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Mail address and password")
class VerificationController {

	private final VerifyEmail verifyEmail;

	private final RequestEmailVerification requestVerification;

	VerificationController(VerifyEmail verifyEmail, RequestEmailVerification requestVerification) {
		this.verifyEmail = verifyEmail;
		this.requestVerification = requestVerification;
	}

	@PostMapping("/verify-email")
	@Operation(summary = "Verify your mail address with the token that was sent to it")
	Data<Verified> verify(@Valid @RequestBody EmailVerificationRequest request, ClientDevice clientDevice) {
		this.verifyEmail.verify(request.token(), clientDevice);
		return new Data<>(new Verified(true));
	}

	@PostMapping("/resend-verification")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Request another verification mail")
	void resend(Caller caller, ClientDevice clientDevice) {
		this.requestVerification.resend(caller.id(), clientDevice);
	}

	/**
	 * Verifies a mail address.
	 *
	 * @param token from the mail, valid once within 24 hours
	 */
	@Schema(name = "EmailVerification")
	record EmailVerificationRequest(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull @Size(
			min = 1, max = 200) String token) {

		@Override
		public String toString() {
			return "EmailVerificationRequest[***]";
		}

	}

	/** Result of the verification. */
	record Verified(boolean emailVerified) {
	}

}
