package org.parley.auth.federation.provider;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.signin.credential.CallerTransaction;
import org.parley.auth.signin.secondfactor.VerifyOwner;
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

/** Management of identity providers by administrators, who confirm all but removals. */
@RestController
@RequestMapping(IdentityProviderController.PATH)
@Tag(name = "Administration")
class IdentityProviderController {

	static final String PATH = "/api/v1/admin/identity-providers";

	private final IdentityProviders providers;

	private final IdentityProviderRegistrar registrar;

	private final ProviderCredentials credentials;

	private final VerifyOwner verifyOwner;

	private final CallerTransaction callerTransaction;

	IdentityProviderController(IdentityProviders providers, IdentityProviderRegistrar registrar,
			ProviderCredentials credentials, VerifyOwner verifyOwner, CallerTransaction callerTransaction) {
		this.providers = providers;
		this.registrar = registrar;
		this.credentials = credentials;
		this.verifyOwner = verifyOwner;
		this.callerTransaction = callerTransaction;
	}

	@GetMapping
	@Operation(summary = "List the identity providers in the order of their buttons")
	ResponseEntity<Data<List<IdentityProviderView>>> list() {
		return EntityTagResponses.of(new Data<>(this.providers.findInOrder().stream().map(this::view).toList()));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Add an identity provider with which people can sign in")
	ResponseEntity<Data<IdentityProviderView>> create(@Valid @RequestBody IdentityProviderRequest request,
			Caller caller, ClientDevice clientDevice) {
		var added = this.verifyOwner.verify(caller, request, clientDevice,
				(admin) -> this.registrar.add(request, admin, clientDevice));
		return ResponseEntity.created(URI.create(PATH + "/" + added.id())).body(new Data<>(view(added)));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get an identity provider")
	ResponseEntity<Data<IdentityProviderView>> get(@PathVariable String id) {
		return respond(this.providers.require(id));
	}

	@PatchMapping("/{id}")
	@Operation(summary = "Change, order or disable an identity provider; absent properties keep their values")
	ResponseEntity<Data<IdentityProviderView>> change(@PathVariable String id, IfMatch ifMatch,
			@Valid @RequestBody IdentityProviderUpdateRequest request, Caller caller, ClientDevice clientDevice) {
		return respond(this.verifyOwner.verify(caller, request, clientDevice, (admin) -> {
			var provider = this.providers.require(id);
			ifMatch.require(provider.version());
			return this.registrar.change(provider, request.applyTo(provider.terms()), request.clientSecret(), admin,
					clientDevice);
		}));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Remove an identity provider; the identities that people have linked stay")
	void remove(@PathVariable String id, IfMatch ifMatch, Caller caller, ClientDevice clientDevice) {
		this.callerTransaction.run(caller, (admin) -> {
			var provider = this.providers.require(id);
			ifMatch.require(provider.version());
			return this.registrar.remove(provider, admin, clientDevice);
		});
	}

	private ResponseEntity<Data<IdentityProviderView>> respond(IdentityProvider provider) {
		return EntityTagResponses.of(provider.version(), view(provider));
	}

	private IdentityProviderView view(IdentityProvider provider) {
		return IdentityProviderView.of(provider, this.credentials.redirectUri(provider));
	}

}
