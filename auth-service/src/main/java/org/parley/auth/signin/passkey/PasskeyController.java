package org.parley.auth.signin.passkey;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.webauthn.Attestation;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adding passkeys. */
@RestController
@RequestMapping("/api/v1/auth/passkeys")
@Tag(name = "Passkeys")
class PasskeyController {

	private final StartPasskeyRegistration startRegistration;

	private final AddPasskey addPasskey;

	PasskeyController(StartPasskeyRegistration startRegistration, AddPasskey addPasskey) {
		this.startRegistration = startRegistration;
		this.addPasskey = addPasskey;
	}

	@PostMapping("/registration-options")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Get options for navigator.credentials.create, to add a passkey")
	Data<PasskeyCreationOptions> beginToAdd(Caller caller, @Valid @RequestBody PasskeyOptionsRequest request,
			ClientDevice clientDevice) {
		return new Data<>(this.startRegistration.start(caller, request, clientDevice));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Add the passkey that the browser has created; the owner is notified by mail")
	ResponseEntity<Data<OwnPasskeyController.PasskeyView>> add(Caller caller,
			@Valid @RequestBody PasskeyRequest request, ClientDevice clientDevice) {
		var passkey = this.addPasskey.add(caller, request.name(), request.credential(), !request.isConditional(),
				clientDevice);
		return ResponseEntity.created(URI.create("/api/v1/users/me/passkeys/" + passkey.id()))
			.body(new Data<>(OwnPasskeyController.PasskeyView.of(passkey)));
	}

	/** Asks for the options of a new passkey. */
	@Schema(name = "PasskeyBeginning")
	record PasskeyOptionsRequest(
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				VerifyOwner.Proof {

		@Override
		public String toString() {
			return "PasskeyOptionsRequest[***]";
		}

	}

	/**
	 * Adds a passkey.
	 *
	 * @param conditional whether the browser has created it by itself, after it saved or
	 * filled in the password
	 * @see <a href= "https://www.w3.org/TR/webauthn-3/#sctn-createCredential">Conditional
	 * creation</a>
	 */
	@Schema(name = "PasskeyAddition")
	record PasskeyRequest(@Schema(example = "my laptop") @NotNull @ShownName String name,
			@NotNull @Valid Attestation credential, @Schema(example = "false") @Nullable Boolean conditional) {

		boolean isConditional() {
			return Boolean.TRUE.equals(this.conditional);
		}

	}

}
