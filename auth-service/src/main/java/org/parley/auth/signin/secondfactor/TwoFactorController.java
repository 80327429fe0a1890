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
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
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

/** The second step of signing in, as its owner switches it on and off. */
@RestController
@RequestMapping("/api/v1/auth/two-factor")
@Tag(name = "Two-factor sign-in")
class TwoFactorController {

	private final SecondFactors factors;

	private final EnrollSecondFactor enrollSecondFactor;

	private final ChangeSecondFactor changing;

	TwoFactorController(SecondFactors factors, EnrollSecondFactor enrollSecondFactor, ChangeSecondFactor changing) {
		this.factors = factors;
		this.enrollSecondFactor = enrollSecondFactor;
		this.changing = changing;
	}

	@GetMapping
	@Operation(summary = "Whether signing in takes a code")
	ResponseEntity<Data<Standing>> standing(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.factors.findById(caller.id())
			.filter(SecondFactor::isEnabled)
			.map((factor) -> new Standing(true, factor.enabledAt(), factor.recoveryCodesLeft()))
			.orElseGet(() -> new Standing(false, null, 0))));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Begin: a secret for an authenticator app, which counts once a code of it was shown")
	Data<EnrollSecondFactor.Enrolment> begin(Caller caller, @Valid @RequestBody Beginning beginning,
			ClientDevice clientDevice) {
		return new Data<>(this.enrollSecondFactor.begin(caller, beginning.password(), clientDevice));
	}

	@PostMapping("/confirm")
	@Operation(summary = "Switch it on by the app's first code; the recovery codes are shown this once")
	Data<RecoveryCodes> confirm(Caller caller, @Valid @RequestBody Confirmation confirmation,
			ClientDevice clientDevice) {
		return RecoveryCodes.of(this.enrollSecondFactor.confirm(caller, confirmation.code(), clientDevice));
	}

	@PostMapping("/recovery-codes")
	@Operation(summary = "Other recovery codes, shown this once; those before count no more")
	Data<RecoveryCodes> renew(Caller caller, @Valid @RequestBody OwnerProof ownerProof, ClientDevice clientDevice) {
		return RecoveryCodes.of(this.changing.renewCodes(caller, ownerProof, clientDevice));
	}

	@PostMapping("/disable")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Switch it off")
	void disable(Caller caller, @Valid @RequestBody OwnerProof ownerProof, ClientDevice clientDevice) {
		this.changing.disable(caller, ownerProof, clientDevice);
	}

	/**
	 * What signing in takes.
	 *
	 * @param enabled whether it takes a code
	 * @param enabledAt since when, or null
	 * @param recoveryCodesLeft how many were not used yet
	 */
	@Schema(name = "TwoFactor")
	record Standing(boolean enabled, @Nullable Instant enabledAt, @Schema(example = "10") int recoveryCodesLeft) {
	}

	/**
	 * A wish for a second factor.
	 *
	 * @param password theirs
	 */
	@Schema(name = "TwoFactorBeginning")
	record Beginning(@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1,
			max = 256, message = "must have 1 to 256 characters") String password) {

		@Override
		public String toString() {
			return "Beginning[***]";
		}

	}

	/**
	 * The app's first code.
	 *
	 * @param code six digits
	 */
	@Schema(name = "TwoFactorConfirmation")
	record Confirmation(@Schema(example = "123456") @NotNull(message = "is required") @Size(min = 1, max = 32,
			message = "must have 1 to 32 characters") String code) {

		@Override
		public String toString() {
			return "Confirmation[***]";
		}

	}

	/**
	 * For the day that the app is lost.
	 *
	 * @param recoveryCodes each signs in once, in place of the app's code
	 */
	record RecoveryCodes(@Schema(example = "[\"wxyz27-abcdef-ghijkl-mnopqr\"]") List<String> recoveryCodes) {

		static Data<RecoveryCodes> of(List<RecoveryCode> codes) {
			return new Data<>(new RecoveryCodes(codes.stream().map(RecoveryCode::shown).toList()));
		}

		@Override
		public String toString() {
			return "RecoveryCodes[***]";
		}

	}

}
