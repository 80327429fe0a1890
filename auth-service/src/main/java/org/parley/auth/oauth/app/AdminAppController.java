package org.parley.auth.oauth.app;

import java.net.URI;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.oauth.client.AppRegistrar;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
import org.parley.platform.web.transaction.UnitOfWork;
import org.springdoc.core.annotations.ParameterObject;

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

/** All apps, for administrators, who prove once more who they are. */
@RestController
@RequestMapping(AdminAppController.PATH)
@Tag(name = "Administration")
class AdminAppController {

	static final String PATH = "/api/v1/admin/oauth-clients";

	private final AppList list;

	private final AppRegistrar registering;

	private final VerifyOwner proving;

	private final UnitOfWork work;

	private final InstantSource clock;

	AdminAppController(AppList list, AppRegistrar registering, VerifyOwner proving, UnitOfWork work,
			InstantSource clock) {
		this.list = list;
		this.registering = registering;
		this.proving = proving;
		this.work = work;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "Apps, the newest first")
	ResponseEntity<Paged<OwnedAppView>> list(@Valid @ParameterObject AppQuery wish) {
		return EntityTagResponses.of(this.list.page(wish));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Register an app of the operator; its secret is shown this once")
	ResponseEntity<Data<OwnedAppView>> create(@Valid @RequestBody AppRegistrationRequest wish, Caller caller,
			ClientDevice clientDevice) {
		var made = this.proving.prove(caller, wish.proof(), clientDevice,
				(admin) -> this.registering.ofOperator(wish.terms(), admin.id(), clientDevice));
		return ResponseEntity.created(URI.create(PATH + "/" + made.app().id()))
			.body(new Data<>(OwnedAppView.of(made.app(), made.secret(), this.clock.instant())));
	}

	@GetMapping("/{id}")
	@Operation(summary = "An app")
	ResponseEntity<Data<OwnedAppView>> get(@PathVariable String id) {
		return answer(this.registering.known(id));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change an app, or shut it out; what is absent stays")
	ResponseEntity<Data<OwnedAppView>> change(@PathVariable String id, IfMatch ifMatch,
			@Valid @RequestBody AppUpdateRequest change, Caller caller, ClientDevice clientDevice) {
		return answer(this.proving.prove(caller, change.proof(), clientDevice, (admin) -> {
			var app = this.registering.known(id);
			ifMatch.require(app.version());
			return this.registering.changeByAdmin(app, change.of(app.terms()), change.disabled(), admin.id(),
					clientDevice);
		}));
	}

	@PostMapping("/{id}/secret")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Another secret for an app, shown this once; the one before counts for 24 hours more")
	ResponseEntity<Data<OwnedAppView>> rotate(@PathVariable String id, @Valid @RequestBody AppSecretRequest proof,
			Caller caller, ClientDevice clientDevice) {
		var made = this.proving.prove(caller, proof.proof(), clientDevice,
				(admin) -> this.registering.rotate(this.registering.known(id), admin.id(), clientDevice));
		return ResponseEntity.created(URI.create(PATH + "/" + id))
			.body(new Data<>(OwnedAppView.of(made.app(), made.secret(), this.clock.instant())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove an app; all that people permitted it ends")
	void remove(@PathVariable String id, IfMatch ifMatch, Caller caller, ClientDevice clientDevice) {
		this.work.run(() -> {
			var app = this.registering.known(id);
			ifMatch.require(app.version());
			return this.registering.remove(app, caller.id(), clientDevice);
		});
	}

	private ResponseEntity<Data<OwnedAppView>> answer(OAuthClient app) {
		return EntityTagResponses.of(app.version(), OwnedAppView.of(app, this.clock.instant()));
	}

}
