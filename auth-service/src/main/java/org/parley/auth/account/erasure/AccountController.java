package org.parley.auth.account.erasure;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner.Proof;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts that go, and come back. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Users")
class AccountController {

	private final CloseAccount closing;

	private final RestoreAccount restoring;

	AccountController(CloseAccount closing, RestoreAccount restoring) {
		this.closing = closing;
		this.restoring = restoring;
	}

	@DeleteMapping("/users/me")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Delete your account: you are signed out everywhere, and can take it back for a while")
	Data<Closed> close(Caller caller, @Valid @RequestBody Farewell farewell, ClientDevice clientDevice) {
		return new Data<>(new Closed(this.closing.close(caller, farewell.proof(), clientDevice)));
	}

	@PostMapping("/auth/restore-account")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take back that your account is deleted, in time; then sign in")
	void restore(@Valid @RequestBody Return wish, ClientDevice clientDevice) {
		this.restoring.restore(wish.login(), wish.password(), wish.otp(), clientDevice);
	}

	/**
	 * What is to come.
	 *
	 * @param erasureAt when everything goes
	 */
	@Schema(name = "ClosedAccount")
	record Closed(Instant erasureAt) {
	}

	/**
	 * Who wants to go.
	 *
	 * @param password theirs
	 * @param otp a code of the second factor, or a recovery code, for accounts that have
	 * one
	 */
	@Schema(name = "AccountDeletion")
	record Farewell(
			@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
					message = "must have 1 to 256 characters") String password,
			@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp) {

		private Proof proof() {
			return new Proof(this.password, this.otp);
		}

		@Override
		public String toString() {
			return "Farewell[***]";
		}

	}

	/**
	 * Who comes back.
	 *
	 * @param login username or mail address
	 * @param password theirs
	 * @param otp as above
	 */
	@Schema(name = "AccountRestoration")
	record Return(
			@Schema(example = "alice") @NotNull(message = "is required") @Size(min = 1, max = 254,
					message = "must have 1 to 254 characters") String login,
			@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
					message = "must have 1 to 256 characters") String password,
			@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp) {

		@Override
		public String toString() {
			return "Return[***]";
		}

	}

}
