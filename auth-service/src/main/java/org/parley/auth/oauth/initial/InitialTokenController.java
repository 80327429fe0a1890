package org.parley.auth.oauth.initial;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs that register themselves; administrators give them. */
@RestController
@RequestMapping(InitialTokenController.PATH)
@Tag(name = "Administration")
class InitialTokenController {

	static final String PATH = "/api/v1/admin/oauth-registration-tokens";

	private final InitialTokenList list;

	private final InitialAccessTokens letting;

	InitialTokenController(InitialTokenList list, InitialAccessTokens letting) {
		this.list = list;
		this.letting = letting;
	}

	@GetMapping
	@Operation(summary = "Tokens by which programs register themselves, the newest first")
	ResponseEntity<Paged<InitialTokenView>> list(@Valid @ParameterObject InitialTokenQuery wish) {
		return EntityTagResponses.of(this.list.page(wish));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "A token by which programs register themselves, shown this once")
	ResponseEntity<Data<InitialTokenView>> create(@Valid @RequestBody InitialTokenRequest wish, Caller caller,
			ClientDevice clientDevice) {
		var given = this.letting.give(caller, wish, clientDevice);
		return ResponseEntity.created(URI.create(PATH + "/" + given.token().id()))
			.body(new Data<>(InitialTokenView.of(given.token(), given.secret())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Take such a token back; what was registered with it stays")
	void remove(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.letting.takeBack(id, caller.id(), clientDevice);
	}

}
