package org.parley.auth.oauth.app;

import java.net.URI;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.oauth.app.AppList.AppQuery;
import org.parley.auth.oauth.client.AppRegistrar;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
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

/** Management of all apps by administrators, who confirm changes with their password. */
@RestController
@RequestMapping(AdminAppController.PATH)
@Tag(name = "Administration")
class AdminAppController {

	static final String PATH = "/api/v1/admin/oauth-clients";

	private final AppList list;

	private final AppRegistrar registrar;

	private final VerifyOwner verifyOwner;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	AdminAppController(AppList list, AppRegistrar registrar, VerifyOwner verifyOwner, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.list = list;
		this.registrar = registrar;
		this.verifyOwner = verifyOwner;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List all apps, newest first")
	ResponseEntity<Paged<OwnedAppView>> list(@Valid @ParameterObject AppQuery query) {
		return EntityTagResponses.of(this.list.page(query));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Register an app of the operator; its secret is shown only once")
	ResponseEntity<Data<OwnedAppView>> create(@Valid @RequestBody AppRegistrationRequest request, Caller caller,
			ClientDevice clientDevice) {
		var registered = this.verifyOwner.verify(caller, request, clientDevice,
				(admin) -> this.registrar.registerForOperator(request.terms(), admin.id(), clientDevice));
		return ResponseEntity.created(URI.create(PATH + "/" + registered.app().id()))
			.body(new Data<>(OwnedAppView.of(registered.app(), registered.secret(), this.clock.instant())));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get an app")
	ResponseEntity<Data<OwnedAppView>> get(@PathVariable String id) {
		return respond(this.registrar.require(id));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change or disable an app; absent properties keep their values")
	ResponseEntity<Data<OwnedAppView>> change(@PathVariable String id, IfMatch ifMatch,
			@Valid @RequestBody AppUpdateRequest request, Caller caller, ClientDevice clientDevice) {
		return respond(this.verifyOwner.verify(caller, request, clientDevice, (admin) -> {
			var app = this.registrar.require(id);
			ifMatch.require(app.version());
			return this.registrar.changeByAdmin(app, request.applyTo(app.terms()), request.applyTo(app.compatibility()),
					request.disabled(), admin.id(), clientDevice);
		}));
	}

	@PostMapping("/{id}/secret")
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Rotate the secret of an app, shown only once; the previous one stays valid for 24 hours")
	ResponseEntity<Data<OwnedAppView>> rotate(@PathVariable String id, @Valid @RequestBody AppSecretRequest request,
			Caller caller, ClientDevice clientDevice) {
		var registered = this.verifyOwner.verify(caller, request, clientDevice,
				(admin) -> this.registrar.rotate(this.registrar.require(id), admin.id(), clientDevice));
		return ResponseEntity.created(URI.create(PATH + "/" + id))
			.body(new Data<>(OwnedAppView.of(registered.app(), registered.secret(), this.clock.instant())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove an app; all its grants end")
	void remove(@PathVariable String id, IfMatch ifMatch, Caller caller, ClientDevice clientDevice) {
		this.unitOfWork.run(() -> {
			var app = this.registrar.require(id);
			ifMatch.require(app.version());
			return this.registrar.remove(app, caller.id(), clientDevice);
		});
	}

	private ResponseEntity<Data<OwnedAppView>> respond(OAuthClient app) {
		return EntityTagResponses.of(app.version(), OwnedAppView.of(app, this.clock.instant()));
	}

}
