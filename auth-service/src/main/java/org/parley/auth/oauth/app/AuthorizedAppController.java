package org.parley.auth.oauth.app;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The apps that have access to the caller's account. */
@RestController
@RequestMapping("/api/v1/users/me/consents")
@Tag(name = "Apps")
class AuthorizedAppController {

	private final AuthorizedApps apps;

	AuthorizedAppController(AuthorizedApps apps) {
		this.apps = apps;
	}

	@GetMapping
	@Operation(summary = "List the apps with access to your account")
	ResponseEntity<Data<List<AuthorizedApps.Permitted>>> list(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.apps.findByUser(caller.id())));
	}

	@DeleteMapping("/{clientId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Withdraw the access of an app")
	void withdraw(@PathVariable String clientId, Caller caller, ClientDevice clientDevice) {
		this.apps.withdraw(caller.id(), clientId, clientDevice);
	}

}
