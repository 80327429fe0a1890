package org.parley.auth.account.address;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another mail address. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Mail address and password")
class EmailController {

	private final ChangeEmail changing;

	private final RestoreEmail restoring;

	EmailController(ChangeEmail changing, RestoreEmail restoring) {
		this.changing = changing;
		this.restoring = restoring;
	}

	@PostMapping("/change-email")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Have a link sent to the address that shall be yours; the one before is told")
	void request(Caller caller, @Valid @RequestBody EmailChangeRequest wish, ClientDevice clientDevice) {
		this.changing.request(caller, wish, clientDevice);
	}

	@PostMapping("/confirm-email")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(
			summary = "Change your address by the token that was sent to the new one; the one before gets a way back")
	void confirm(@Valid @RequestBody Presented presented, ClientDevice clientDevice) {
		this.changing.confirm(presented.token(), clientDevice);
	}

	@PostMapping("/restore-email")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Go back to the address before by the token that was sent there; all sessions end")
	void restore(@Valid @RequestBody Presented presented, ClientDevice clientDevice) {
		this.restoring.restore(presented.token(), clientDevice);
	}

	/**
	 * What came by mail.
	 *
	 * @param token counts once; for 24 hours at the new address, for a week at the one
	 * before
	 */
	@Schema(name = "EmailChangeLink")
	record Presented(
			@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull(message = "is required") @Size(
					min = 1, max = 200, message = "must have 1 to 200 characters") String token) {

		@Override
		public String toString() {
			return "Presented[***]";
		}

	}

}
