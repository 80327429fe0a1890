package org.parley.auth.account.address;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.account.address.RequestEmailChange.EmailChangeRequest;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes and restores the mail address of an account. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Mail address and password")
class EmailController {

	private final RequestEmailChange requestEmailChange;

	private final ConfirmEmailChange confirmEmailChange;

	private final RestoreEmail restoreEmail;

	EmailController(RequestEmailChange requestEmailChange, ConfirmEmailChange confirmEmailChange,
			RestoreEmail restoreEmail) {
		this.requestEmailChange = requestEmailChange;
		this.confirmEmailChange = confirmEmailChange;
		this.restoreEmail = restoreEmail;
	}

	@PostMapping("/change-email")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Request a new mail address; a link is sent to it, and an alert to the present one")
	void request(Caller caller, @Valid @RequestBody EmailChangeRequest request, ClientDevice clientDevice) {
		this.requestEmailChange.request(caller, request, clientDevice);
	}

	@PostMapping("/confirm-email")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(
			summary = "Confirm your new mail address with the token sent to it; the previous one receives an undo link")
	void confirm(@Valid @RequestBody Presented presented, ClientDevice clientDevice) {
		this.confirmEmailChange.confirm(presented.token(), clientDevice);
	}

	@PostMapping("/restore-email")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Restore your previous mail address with the token sent to it; all sessions end")
	void restore(@Valid @RequestBody Presented presented, ClientDevice clientDevice) {
		this.restoreEmail.restore(presented.token(), clientDevice);
	}

	/**
	 * The token of a mailed link.
	 *
	 * @param token valid once, for 24 hours to confirm and for a week to undo
	 */
	@Schema(name = "EmailChangeLink")
	record Presented(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull @Size(min = 1,
			max = 200) String token) {

		@Override
		public String toString() {
			return "Presented[***]";
		}

	}

}
