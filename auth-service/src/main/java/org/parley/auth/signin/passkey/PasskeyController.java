package org.parley.auth.signin.passkey;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.tokens.refresh.RefreshCookie;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceCookie;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passkeys added, and sessions begun with them. */
@RestController
@RequestMapping("/api/v1/auth/passkeys")
@Tag(name = "Passkeys")
class PasskeyController {

	private final AddPasskey adding;

	private final SignInWithPasskey showing;

	private final RefreshCookie cookie;

	private final DeviceCookie device;

	PasskeyController(AddPasskey adding, SignInWithPasskey showing, RefreshCookie cookie, DeviceCookie device) {
		this.adding = adding;
		this.showing = showing;
		this.cookie = cookie;
		this.device = device;
	}

	@PostMapping("/registration-options")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Begin to add a passkey: what navigator.credentials.create takes")
	Data<PasskeyCreationOptions> beginToAdd(Caller caller, @Valid @RequestBody Beginning beginning,
			ClientDevice clientDevice) {
		return new Data<>(
				this.adding.begin(caller, new VerifyOwner.Proof(beginning.password(), beginning.otp()), clientDevice));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Add the passkey that the browser has made; the owner is told by mail")
	ResponseEntity<Data<OwnPasskeyController.Item>> add(Caller caller, @Valid @RequestBody Addition addition,
			ClientDevice clientDevice) {
		var passkey = this.adding.add(caller, addition.name(), addition.credential(), clientDevice);
		return ResponseEntity.created(URI.create("/api/v1/users/me/passkeys/" + passkey.id()))
			.body(new Data<>(OwnPasskeyController.Item.of(passkey)));
	}

	@PostMapping("/sign-in-options")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Begin to sign in by passkey: what navigator.credentials.get takes")
	Data<PasskeyRequestOptions> beginToSignIn() {
		return new Data<>(this.showing.begin());
	}

	@PostMapping("/sign-in")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Sign in by passkey; no code is asked for, as the device has verified its owner")
	ResponseEntity<Data<SignInTokens>> signIn(@Valid @RequestBody Showing shown, ClientDevice clientDevice,
			HttpServletResponse response) {
		var signedIn = this.showing.signIn(shown.credential(), clientDevice);
		this.device.add(signedIn.deviceSecret(), response);
		return shown.byCookie() ? this.cookie.deliver(signedIn) : ResponseEntity.ok(new Data<>(signedIn));
	}

	/**
	 * A wish to add a passkey.
	 *
	 * @param password theirs, once more
	 * @param otp a code of the second factor, or a recovery code, for accounts that have
	 * one
	 */
	@Schema(name = "PasskeyBeginning")
	record Beginning(
			@Schema(example = "curiouser & curiouser") @NotNull(message = "is required") @Size(min = 1, max = 256,
					message = "must have 1 to 256 characters") String password,
			@Schema(example = "123456") @Size(max = 32, message = "may have 32 characters") @Nullable String otp) {

		@Override
		public String toString() {
			return "Beginning[***]";
		}

	}

	/**
	 * A passkey to be added.
	 *
	 * @param name by which its owner knows the device
	 * @param credential what the browser has made
	 */
	@Schema(name = "PasskeyAddition")
	record Addition(
			@Schema(example = "my laptop") @NotNull(message = "is required") @Size(min = 1, max = 100,
					message = "must have 1 to 100 characters") @Pattern(regexp = User.ONE_LINE,
							message = "must be one line of text, not blank") String name,
			@NotNull(message = "is required") @Valid Attestation credential) {
	}

	/**
	 * A passkey that is shown.
	 *
	 * @param credential what the browser gives
	 * @param delivery where the refresh token goes; absent, into the body
	 */
	@Schema(name = "PasskeyShowing")
	record Showing(@NotNull(message = "is required") @Valid Assertion credential,
			@Schema(example = "body") @Pattern(regexp = "body|cookie",
					message = "must be body or cookie") @Nullable String delivery) {

		boolean byCookie() {
			return "cookie".equals(this.delivery);
		}

	}

}
