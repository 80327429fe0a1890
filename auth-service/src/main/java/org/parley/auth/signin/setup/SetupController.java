package org.parley.auth.signin.setup;

import java.net.URI;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.parley.auth.signin.setup.SetupStatus.SetupView;
import org.parley.auth.tokens.refresh.SignInTokens;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceCookie;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Set-up")
class SetupController {

	private final SetupStatus status;

	private final CompleteSetup completeSetup;

	private final ChangeBrand changeBrand;

	private final DeviceCookie deviceCookie;

	SetupController(SetupStatus status, CompleteSetup completeSetup, ChangeBrand changeBrand,
			DeviceCookie deviceCookie) {
		this.status = status;
		this.completeSetup = completeSetup;
		this.changeBrand = changeBrand;
		this.deviceCookie = deviceCookie;
	}

	@GetMapping("/setup")
	@Operation(summary = "Get the status of the set-up and the brand of the forum")
	ResponseEntity<Data<SetupView>> show() {
		var found = this.status.read();
		return EntityTagResponses.of(found.version(), found.view());
	}

	@PostMapping("/setup")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Set up a new installation with its one-time token and sign in as its administrator")
	ResponseEntity<Data<SignInTokens>> complete(@Valid @RequestBody SetupRequest request, Locale language,
			ClientDevice clientDevice, HttpServletResponse response) {
		var signedIn = this.completeSetup.complete(request, language, clientDevice);
		this.deviceCookie.add(signedIn.deviceSecret(), response);
		return ResponseEntity.created(URI.create("/api/v1/users/" + signedIn.user().username()))
			.body(new Data<>(signedIn));
	}

	@PutMapping("/admin/brand")
	@Operation(summary = "Change the brand of the forum: name, colours and texts of all its pages")
	ResponseEntity<Data<Brand>> rebrand(@Valid @RequestBody Brand brand, IfMatch condition, Caller caller,
			ClientDevice clientDevice) {
		var setup = this.changeBrand.change(brand, condition, caller, clientDevice);
		return EntityTagResponses.of(setup.version(), setup.brand());
	}

}
