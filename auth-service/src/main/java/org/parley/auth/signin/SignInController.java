package org.parley.auth.signin;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.parley.auth.client.Client;
import org.parley.auth.device.DeviceCookie;
import org.parley.auth.refresh.RefreshCookie;
import org.parley.auth.refresh.SignedIn;
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

	private final Registering registering;

	private final LoggingIn loggingIn;

	private final ChangingPassword changingPassword;

	private final RefreshCookie cookie;

	private final DeviceCookie device;

	SignInController(Registering registering, LoggingIn loggingIn, ChangingPassword changingPassword,
			RefreshCookie cookie, DeviceCookie device) {
		this.registering = registering;
		this.loggingIn = loggingIn;
		this.changingPassword = changingPassword;
		this.cookie = cookie;
		this.device = device;
	}

	@PostMapping("/register")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Open an account and sign in")
	ResponseEntity<Data<SignedIn>> register(@Valid @RequestBody Registration wish, Client client,
			HttpServletResponse response) {
		var signedIn = this.registering.register(wish, client);
		this.device.leave(signedIn.deviceSecret(), response);
		return ResponseEntity.created(URI.create("/api/v1/users/" + signedIn.user().username()))
			.body(new Data<>(signedIn));
	}

	@PostMapping("/login")
	@Operation(summary = "Sign in by password, and by a code where the account asks for one")
	ResponseEntity<Data<SignedIn>> login(@Valid @RequestBody Credentials credentials, Client client,
			HttpServletResponse response) {
		var signedIn = this.loggingIn.logIn(credentials, client);
		this.device.leave(signedIn.deviceSecret(), response);
		return credentials.byCookie() ? this.cookie.deliver(signedIn) : ResponseEntity.ok(new Data<>(signedIn));
	}

	@PostMapping("/change-password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Change your password; your other sessions end")
	void changePassword(Caller caller, @Valid @RequestBody PasswordChange change, Client client) {
		this.changingPassword.change(caller, change, client);
	}

}
