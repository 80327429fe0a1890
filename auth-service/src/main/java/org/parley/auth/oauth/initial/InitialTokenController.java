package org.parley.auth.oauth.initial;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageParameters;
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

/** Management of initial access tokens by administrators. */
@RestController
@RequestMapping(InitialTokenController.PATH)
@Tag(name = "Administration")
class InitialTokenController {

	static final String PATH = "/api/v1/admin/oauth-registration-tokens";

	private final IssueInitialToken issueInitialToken;

	private final InitialAccessTokens initialAccessTokens;

	InitialTokenController(IssueInitialToken issueInitialToken, InitialAccessTokens initialAccessTokens) {
		this.issueInitialToken = issueInitialToken;
		this.initialAccessTokens = initialAccessTokens;
	}

	@GetMapping
	@Operation(summary = "List the tokens for dynamic client registration, newest first")
	ResponseEntity<Paged<InitialTokenView>> list(@Valid @ParameterObject PageParameters query) {
		return EntityTagResponses.of(this.initialAccessTokens.page(query));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Create a token for dynamic client registration; it is shown only once")
	ResponseEntity<Data<InitialTokenView>> create(@Valid @RequestBody InitialTokenRequest request, Caller caller,
			ClientDevice clientDevice) {
		var issued = this.issueInitialToken.issue(caller, request, clientDevice);
		return ResponseEntity.created(URI.create(PATH + "/" + issued.item().id()))
			.body(new Data<>(InitialTokenView.of(issued.item(), issued.secret())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Revoke a token for dynamic client registration; apps registered with it remain")
	void remove(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.initialAccessTokens.revoke(id, caller.id(), clientDevice);
	}

}
