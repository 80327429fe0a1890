package org.parley.auth.signin;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.parley.auth.tokens.refresh.RefreshCookie;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceCookie;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts opened and sessions begun. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Signing in")
class SignInController {

	private final RegisterUser registerUser;

	private final SignInWithPassword signInWithPassword;

	private final ChangePassword changingPassword;

	private final RefreshCookie cookie;

	private final DeviceCookie device;

	SignInController(RegisterUser registerUser, SignInWithPassword signInWithPassword, ChangePassword changingPassword,
			RefreshCookie cookie, DeviceCookie device) {
		this.registerUser = registerUser;
		this.signInWithPassword = signInWithPassword;
		this.changingPassword = changingPassword;
		this.cookie = cookie;
		this.device = device;
	}

	@PostMapping("/register")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Open an account and sign in")
	ResponseEntity<Data<SignInTokens>> register(@Valid @RequestBody RegistrationRequest wish, ClientDevice clientDevice,
			HttpServletResponse response) {
		var signedIn = this.registerUser.register(wish, clientDevice);
		this.device.add(signedIn.deviceSecret(), response);
		return ResponseEntity.created(URI.create("/api/v1/users/" + signedIn.user().username()))
			.body(new Data<>(signedIn));
	}

	@PostMapping("/login")
	@Operation(summary = "Sign in by password, and by a code where the account asks for one")
	ResponseEntity<Data<SignInTokens>> login(@Valid @RequestBody SignInRequest signInRequest, ClientDevice clientDevice,
			HttpServletResponse response) {
		var signedIn = this.signInWithPassword.logIn(signInRequest, clientDevice);
		this.device.add(signedIn.deviceSecret(), response);
		return signInRequest.byCookie() ? this.cookie.deliver(signedIn) : ResponseEntity.ok(new Data<>(signedIn));
	}

	@PostMapping("/change-password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Change your password; your other sessions end")
	void changePassword(Caller caller, @Valid @RequestBody ChangePasswordRequest change, ClientDevice clientDevice) {
		this.changingPassword.change(caller, change, clientDevice);
	}

}
