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
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.IfMatch;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closes and restores accounts. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Users")
class AccountController {

	private final CloseAccount closeAccount;

	private final RestoreAccount restoreAccount;

	AccountController(CloseAccount closeAccount, RestoreAccount restoreAccount) {
		this.closeAccount = closeAccount;
		this.restoreAccount = restoreAccount;
	}

	@DeleteMapping("/users/me")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Delete your account; all sessions end, and you can restore it for a limited time")
	Data<Closed> close(Caller caller, IfMatch condition, @Valid @RequestBody DeletionRequest request,
			ClientDevice clientDevice) {
		return new Data<>(new Closed(this.closeAccount.close(caller, request, condition, clientDevice)));
	}

	@PostMapping("/auth/restore-account")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Restore your account before it is erased; sign in afterwards")
	void restore(@Valid @RequestBody RestorationRequest request, ClientDevice clientDevice) {
		this.restoreAccount.restore(request.login(), request.password(), request.otp(), clientDevice);
	}

	/** A closed account. */
	@Schema(name = "ClosedAccount")
	record Closed(Instant erasureAt) {
	}

	/** A request to delete the account. */
	@Schema(name = "AccountDeletion")
	record DeletionRequest(
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				Proof {

		@Override
		public String toString() {
			return "DeletionRequest[***]";
		}

	}

	/** A request to restore an account. */
	@Schema(name = "AccountRestoration")
	record RestorationRequest(@Schema(example = "alice") @NotNull @Size(min = 1, max = 254) String login,
			@Schema(example = "curiouser & curiouser") @NotNull @Size(min = 1, max = 256) String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp) {

		@Override
		public String toString() {
			return "RestorationRequest[***]";
		}

	}

}
