package org.parley.auth.federation.protocol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.federation.provider.IdentityProviders;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests of identity providers by administrators. */
@RestController
@Tag(name = "Administration")
class ProviderTestController {

	private final IdentityProviders providers;

	private final ProviderClients clients;

	ProviderTestController(IdentityProviders providers, ProviderClients clients) {
		this.providers = providers;
		this.clients = clients;
	}

	@PostMapping("/api/v1/admin/identity-providers/{id}/test")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Test whether an identity provider answers and describes itself as configured")
	void test(@PathVariable String id) {
		this.clients.test(this.providers.require(id));
	}

}
