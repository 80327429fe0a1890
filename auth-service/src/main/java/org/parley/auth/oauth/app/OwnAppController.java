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
import org.parley.platform.security.Caller;
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

/** The caller's own apps. Those of others are not there. */
@RestController
@RequestMapping(OwnAppController.PATH)
@Tag(name = "Apps")
class OwnAppController {

	static final String PATH = "/api/v1/users/me/apps";

	private final OAuthClients apps;

	private final ManageOwnApps own;

	private final AppRegistrar registering;

	private final InstantSource clock;

	OwnAppController(OAuthClients apps, ManageOwnApps own, AppRegistrar registering, InstantSource clock) {
		this.apps = apps;
		this.own = own;
		this.registering = registering;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Your apps, the oldest first")
	ResponseEntity<Data<List<OwnedAppView>>> list(Caller caller) {
		var now = this.clock.instant();
		return EntityTagResponses
			.of(new Data<>(this.apps.of(caller.id()).stream().map((app) -> OwnedAppView.of(app, now)).toList()));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Register an app of yours; its secret is shown this once")
	ResponseEntity<Data<OwnedAppView>> create(@Valid @RequestBody AppRegistrationRequest wish, Caller caller,
			ClientDevice clientDevice) {
		return created(this.own.register(caller, wish, clientDevice));
	}

	@GetMapping("/{id}")
	@Operation(summary = "One of your apps")
	ResponseEntity<Data<OwnedAppView>> get(@PathVariable String id, Caller caller) {
		return answer(this.registering.known(id, caller.id()));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change one of your apps; what is absent stays")
	ResponseEntity<Data<OwnedAppView>> change(@PathVariable String id, IfMatch ifMatch,
			@Valid @RequestBody AppUpdateRequest change, Caller caller, ClientDevice clientDevice) {
		return answer(this.own.change(caller, id, ifMatch, change, clientDevice));
	}

	@PostMapping("/{id}/secret")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(
			summary = "Another secret for one of your apps, shown this once; the one before counts for 24 hours more")
	ResponseEntity<Data<OwnedAppView>> rotate(@PathVariable String id, @Valid @RequestBody AppSecretRequest proof,
			Caller caller, ClientDevice clientDevice) {
		return created(this.own.rotate(caller, id, proof, clientDevice));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove one of your apps; all that people permitted it ends")
	void remove(@PathVariable String id, IfMatch ifMatch, Caller caller, ClientDevice clientDevice) {
		this.own.remove(caller.id(), id, ifMatch, clientDevice);
	}

	private ResponseEntity<Data<OwnedAppView>> created(AppRegistrar.Registered made) {
		return ResponseEntity.created(URI.create(PATH + "/" + made.app().id()))
			.body(new Data<>(OwnedAppView.of(made.app(), made.secret(), this.clock.instant())));
	}

	private ResponseEntity<Data<OwnedAppView>> answer(OAuthClient app) {
		return EntityTagResponses.of(app.version(), OwnedAppView.of(app, this.clock.instant()));
	}

}
