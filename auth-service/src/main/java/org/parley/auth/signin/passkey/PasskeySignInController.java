package org.parley.auth.signin.passkey;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.webauthn.Assertion;
import org.parley.auth.signin.passkey.webauthn.RelyingParty;
import org.parley.auth.signin.passkey.webauthn.WebAuthnCeremonies;
import org.parley.auth.signin.passkey.webauthn.WebAuthnVerifier;
import org.parley.auth.tokens.refresh.RefreshCookie;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceCookie;
import org.parley.platform.web.Data;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with a passkey. */
@RestController
@RequestMapping("/api/v1/auth/passkeys")
@Tag(name = "Passkeys")
class PasskeySignInController {

	private final WebAuthnCeremonies ceremonies;

	private final RelyingParty relyingParty;

	private final SignInWithPasskey signInWithPasskey;

	private final StartSession startSession;

	private final RefreshCookie refreshCookie;

	private final DeviceCookie deviceCookie;

	PasskeySignInController(WebAuthnCeremonies ceremonies, RelyingParty relyingParty,
			SignInWithPasskey signInWithPasskey, StartSession startSession, RefreshCookie refreshCookie,
			DeviceCookie deviceCookie) {
		this.ceremonies = ceremonies;
		this.relyingParty = relyingParty;
		this.signInWithPasskey = signInWithPasskey;
		this.startSession = startSession;
		this.refreshCookie = refreshCookie;
		this.deviceCookie = deviceCookie;
	}

	@PostMapping("/sign-in-options")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Get options for navigator.credentials.get, to sign in with a passkey")
	Data<PasskeyRequestOptions> beginToSignIn() {
		return new Data<>(PasskeyRequestOptions.of(this.ceremonies.startSignIn(), this.relyingParty));
	}

	@PostMapping("/sign-in")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Sign in with a passkey; no code is required, as the device has verified its owner")
	ResponseEntity<Data<SignInTokens>> signIn(@Valid @RequestBody PasskeySignInRequest request,
			ClientDevice clientDevice, HttpServletResponse response) {
		var signedIn = this.signInWithPasskey.signIn(request.credential(), clientDevice,
				(user) -> this.startSession.signIn(user, clientDevice));
		this.deviceCookie.add(signedIn.deviceSecret(), response);
		return request.deliversCookie() ? this.refreshCookie.deliver(signedIn)
				: ResponseEntity.ok(new Data<>(signedIn));
	}

	/**
	 * Signs in with a passkey.
	 *
	 * @param delivery of the refresh token: in the body, by default, or as a cookie
	 */
	@Schema(name = "PasskeyShowing")
	record PasskeySignInRequest(@NotNull @Valid Assertion credential,
			@Schema(example = "body") @Pattern(regexp = "body|cookie",
					message = "must be body or cookie") @Nullable String delivery) {

		boolean deliversCookie() {
			return "cookie".equals(this.delivery);
		}

	}

	/**
	 * Options of a sign-in, as {@code PublicKeyCredential.parseRequestOptionsFromJSON}
	 * reads them. They reveal no account.
	 *
	 * @param challenge to sign, base64url
	 * @param timeout in milliseconds
	 * @param allowCredentials empty: the device finds the passkey itself
	 * @param userVerification always required
	 */
	@Schema(name = "PasskeyRequestOptions")
	record PasskeyRequestOptions(@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") String challenge,
			@Schema(example = "300000") long timeout, @Schema(example = "forum.example.org") String rpId,
			List<PasskeyCreationOptions.Known> allowCredentials,
			@Schema(example = "required") String userVerification) {

		static PasskeyRequestOptions of(byte[] challenge, RelyingParty party) {
			return new PasskeyRequestOptions(WebAuthnVerifier.encode(challenge), party.timeoutMillis(), party.id(),
					List.of(), "required");
		}

	}

}
