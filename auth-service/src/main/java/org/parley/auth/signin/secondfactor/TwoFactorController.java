package org.parley.auth.signin.secondfactor;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's second factor. */
@RestController
@RequestMapping("/api/v1/auth/two-factor")
@Tag(name = "Two-factor sign-in")
class TwoFactorController {

	private final SecondFactors factors;

	private final EnrollSecondFactor enrollSecondFactor;

	private final ConfirmSecondFactor confirmSecondFactor;

	private final ChangeSecondFactor changeSecondFactor;

	TwoFactorController(SecondFactors factors, EnrollSecondFactor enrollSecondFactor,
			ConfirmSecondFactor confirmSecondFactor, ChangeSecondFactor changeSecondFactor) {
		this.factors = factors;
		this.enrollSecondFactor = enrollSecondFactor;
		this.confirmSecondFactor = confirmSecondFactor;
		this.changeSecondFactor = changeSecondFactor;
	}

	@GetMapping
	@Operation(summary = "Get the status of your second factor")
	ResponseEntity<Data<TwoFactorStatus>> standing(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.factors.findById(caller.id())
			.filter(SecondFactor::isEnabled)
			.map((factor) -> new TwoFactorStatus(true, factor.enabledAt(), factor.recoveryCodesLeft()))
			.orElseGet(() -> new TwoFactorStatus(false, null, 0))));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(
			summary = "Start two-factor sign-in: get a secret for an authenticator app, to confirm with its first code")
	Data<EnrollSecondFactor.Enrolment> begin(Caller caller, @Valid @RequestBody EnrolmentRequest request,
			ClientDevice clientDevice) {
		return new Data<>(this.enrollSecondFactor.start(caller, request.password(), clientDevice));
	}

	@PostMapping("/confirm")
	@Operation(
			summary = "Enable two-factor sign-in with the first code of the app; the recovery codes are shown only once")
	Data<RecoveryCodes> confirm(Caller caller, @Valid @RequestBody ConfirmationRequest request,
			ClientDevice clientDevice) {
		return RecoveryCodes.of(this.confirmSecondFactor.confirm(caller, request.code(), clientDevice));
	}

	@PostMapping("/recovery-codes")
	@Operation(summary = "Replace your recovery codes; the new ones are shown only once")
	Data<RecoveryCodes> renew(Caller caller, @Valid @RequestBody OwnerProof proof, ClientDevice clientDevice) {
		return RecoveryCodes.of(this.changeSecondFactor.renewCodes(caller, proof, clientDevice));
	}

	@PostMapping("/disable")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Disable two-factor sign-in")
	void disable(Caller caller, @Valid @RequestBody OwnerProof proof, ClientDevice clientDevice) {
		this.changeSecondFactor.disable(caller, proof, clientDevice);
	}

	/**
	 * Status of the second factor.
	 *
	 * @param enabledAt time of its confirmation, or null
	 */
	@Schema(name = "TwoFactor")
	record TwoFactorStatus(boolean enabled, @Nullable Instant enabledAt,
			@Schema(example = "10") int recoveryCodesLeft) {
	}

	/** Starts the enrolment. */
	@Schema(name = "TwoFactorBeginning")
	record EnrolmentRequest(
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password) {

		@Override
		public String toString() {
			return "EnrolmentRequest[***]";
		}

	}

	/**
	 * Confirms the enrolment.
	 *
	 * @param code first code of the app, six digits
	 */
	@Schema(name = "TwoFactorConfirmation")
	record ConfirmationRequest(@Schema(example = "123456") @NotNull @Size(min = 1, max = 32) String code) {

		@Override
		public String toString() {
			return "ConfirmationRequest[***]";
		}

	}

	/**
	 * New recovery codes.
	 *
	 * @param recoveryCodes each replaces a code of the app once
	 */
	record RecoveryCodes(@Schema(example = "[\"wxyz27-abcdef-ghijkl-mnopqr\"]") List<String> recoveryCodes) {

		static Data<RecoveryCodes> of(List<RecoveryCode> codes) {
			return new Data<>(new RecoveryCodes(codes.stream().map(RecoveryCode::formatted).toList()));
		}

		@Override
		public String toString() {
			return "RecoveryCodes[***]";
		}

	}

}
