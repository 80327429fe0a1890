package org.parley.auth.signin.passkey.newcomer;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.PasskeyCreationOptions;
import org.parley.auth.signin.passkey.StartPasskeyRegistration;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.user.Username;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceCookie;
import org.parley.auth.user.profile.DisplayNames;
import org.parley.platform.text.name.MailAddress;
import org.parley.platform.text.name.ShownName;
import org.parley.platform.web.Data;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.rule.RuledRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registration with a passkey. */
@RestController
@RequestMapping("/api/v1/auth/passkeys")
@Tag(name = "Passkeys")
class NewcomerController {

	private final StartPasskeyRegistration startRegistration;

	private final RegisterWithPasskey registerWithPasskey;

	private final DeviceCookie deviceCookie;

	NewcomerController(StartPasskeyRegistration startRegistration, RegisterWithPasskey registerWithPasskey,
			DeviceCookie deviceCookie) {
		this.startRegistration = startRegistration;
		this.registerWithPasskey = registerWithPasskey;
		this.deviceCookie = deviceCookie;
	}

	@PostMapping("/newcomer-options")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Get options for navigator.credentials.create, to register with a passkey")
	Data<PasskeyCreationOptions> begin(@Valid @RequestBody NewcomerOptionsRequest request) {
		return new Data<>(this.startRegistration.startFirst(Username.chosen(request.username()),
				DisplayNames.chosen("name", request.name().strip()), request.email(), request.invitation()));
	}

	@PostMapping("/register")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Register with the passkey that the browser has created, and sign in")
	@ApiResponse(responseCode = "201", description = "Created")
	@ApiResponse(responseCode = "202",
			description = "The address has to be verified, or the account be approved by an administrator, first",
			content = @Content)
	ResponseEntity<Data<SignInTokens>> register(@Valid @RequestBody NewcomerRequest request, Locale accepted,
			ClientDevice clientDevice, HttpServletResponse response) {
		return this.registerWithPasskey.register(request, accepted, clientDevice).map((signedIn) -> {
			this.deviceCookie.add(signedIn.deviceSecret(), response);
			return ResponseEntity.created(URI.create("/api/v1/users/" + signedIn.user().username()))
				.body(new Data<>(signedIn));
		}).orElseGet(() -> ResponseEntity.accepted().build());
	}

	/**
	 * Asks for the options of a newcomer's passkey.
	 *
	 * @param email checked already now if it is present, before the device creates the
	 * passkey
	 */
	@Schema(name = "NewcomerPasskeyBeginning")
	record NewcomerOptionsRequest(@Schema(example = "Alice Liddell") @NotNull @ShownName String name,
			@Schema(example = "alice") @NotNull @Pattern(regexp = Username.FORM,
					message = "must be 3 to 30 letters, digits, _ or -") String username,
			@Schema(example = "alice@example.org") @MailAddress @Nullable String email,
			@Schema(example = "parley_invite_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Size(min = 1,
					max = 100) @Nullable String invitation)
			implements
				RuledRequest {

		@Override
		public List<Runnable> rules() {
			return List.of(RuledRequest.rule(this.name, (value) -> DisplayNames.chosen("name", value)),
					RuledRequest.rule(this.username, Username::chosen));
		}

		@Override
		public String toString() {
			return "NewcomerOptionsRequest[***]";
		}

	}

}
