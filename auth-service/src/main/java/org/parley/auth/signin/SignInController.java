package org.parley.auth.signin;

import java.net.URI;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.parley.auth.signin.ChangePassword.ChangePasswordRequest;
import org.parley.auth.signin.SignInWithPassword.SignInRequest;
import org.parley.auth.tokens.refresh.RefreshCookie;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceCookie;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration, password sign-in and password changes. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Signing in")
class SignInController {

	private final RegisterUser registerUser;

	private final SignInWithPassword signInWithPassword;

	private final ChangePassword changePassword;

	private final StartSession startSession;

	private final RefreshCookie refreshCookie;

	private final DeviceCookie deviceCookie;

	SignInController(RegisterUser registerUser, SignInWithPassword signInWithPassword, ChangePassword changePassword,
			StartSession startSession, RefreshCookie refreshCookie, DeviceCookie deviceCookie) {
		this.registerUser = registerUser;
		this.signInWithPassword = signInWithPassword;
		this.changePassword = changePassword;
		this.startSession = startSession;
		this.refreshCookie = refreshCookie;
		this.deviceCookie = deviceCookie;
	}

	@PostMapping("/register")
	@Idempotent(secret = true)
	@Operation(summary = "Register and sign in")
	@ApiResponse(responseCode = "201", description = "Created")
	@ApiResponse(responseCode = "202",
			description = "The address has to be verified, or the account be approved by an administrator, first",
			content = @Content)
	ResponseEntity<Data<SignInTokens>> register(@Valid @RequestBody RegistrationRequest request, Locale accepted,
			ClientDevice clientDevice, HttpServletResponse response) {
		return this.registerUser.register(request, accepted, clientDevice).map((signedIn) -> {
			this.deviceCookie.add(signedIn.deviceSecret(), response);
			return ResponseEntity.created(URI.create("/api/v1/users/" + signedIn.user().username()))
				.body(new Data<>(signedIn));
		}).orElseGet(() -> ResponseEntity.accepted().build());
	}

	@PostMapping("/login")
	@Operation(summary = "Sign in with a password and, if the account has a second factor, a code")
	ResponseEntity<Data<SignInTokens>> login(@Valid @RequestBody SignInRequest request, ClientDevice clientDevice,
			HttpServletResponse response) {
		var signedIn = this.signInWithPassword.signIn(request, clientDevice,
				(user) -> this.startSession.signIn(user, clientDevice));
		this.deviceCookie.add(signedIn.deviceSecret(), response);
		return request.deliversCookie() ? this.refreshCookie.deliver(signedIn)
				: ResponseEntity.ok(new Data<>(signedIn));
	}

	@PostMapping("/change-password")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Change your password; your other sessions end")
	void changePassword(Caller caller, @Valid @RequestBody ChangePasswordRequest request, ClientDevice clientDevice) {
		this.changePassword.change(caller, request, clientDevice);
	}

}
