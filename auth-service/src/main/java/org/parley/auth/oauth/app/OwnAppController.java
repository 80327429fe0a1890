package org.parley.auth.oauth.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.oauth.client.AppRegistrar;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.OAuthClients;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own apps. */
@RestController
@RequestMapping(OwnAppController.PATH)
@Tag(name = "Apps")
class OwnAppController {

	static final String PATH = "/api/v1/users/me/apps";

	private final OAuthClients apps;

	private final ManageOwnApps manageOwnApps;

	private final AppRegistrar registrar;

	private final InstantSource clock;

	OwnAppController(OAuthClients apps, ManageOwnApps manageOwnApps, AppRegistrar registrar, InstantSource clock) {
		this.apps = apps;
		this.manageOwnApps = manageOwnApps;
		this.registrar = registrar;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List your apps, oldest first")
	ResponseEntity<Data<List<OwnedAppView>>> list(Caller caller) {
		var now = this.clock.instant();
		return EntityTagResponses.of(new Data<>(
				this.apps.findByOwner(caller.id()).stream().map((app) -> OwnedAppView.of(app, now)).toList()));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Register an app; its secret is shown only once")
	ResponseEntity<Data<OwnedAppView>> create(@Valid @RequestBody AppRegistrationRequest request, Caller caller,
			ClientDevice clientDevice) {
		return created(this.manageOwnApps.register(caller, request, clientDevice));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get one of your apps")
	ResponseEntity<Data<OwnedAppView>> get(@PathVariable String id, Caller caller) {
		return respond(this.registrar.require(id, caller.id()));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change one of your apps; absent properties keep their values")
	ResponseEntity<Data<OwnedAppView>> change(@PathVariable String id, IfMatch ifMatch,
			@Valid @RequestBody AppUpdateRequest request, Caller caller, ClientDevice clientDevice) {
		return respond(this.manageOwnApps.change(caller, id, ifMatch, request, clientDevice));
	}

	@PostMapping("/{id}/secret")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(
			summary = "Rotate the secret of one of your apps, shown only once; the previous one stays valid for 24 hours")
	ResponseEntity<Data<OwnedAppView>> rotate(@PathVariable String id, @Valid @RequestBody AppSecretRequest request,
			Caller caller, ClientDevice clientDevice) {
		return created(this.manageOwnApps.rotate(caller, id, request, clientDevice));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove one of your apps; all its grants end")
	void remove(@PathVariable String id, IfMatch ifMatch, Caller caller, ClientDevice clientDevice) {
		this.manageOwnApps.remove(caller.id(), id, ifMatch, clientDevice);
	}

	private ResponseEntity<Data<OwnedAppView>> created(AppRegistrar.Registered registered) {
		return ResponseEntity.created(URI.create(PATH + "/" + registered.app().id()))
			.body(new Data<>(OwnedAppView.of(registered.app(), registered.secret(), this.clock.instant())));
	}

	private ResponseEntity<Data<OwnedAppView>> respond(OAuthClient app) {
		return EntityTagResponses.of(app.version(), OwnedAppView.of(app, this.clock.instant()));
	}

}
