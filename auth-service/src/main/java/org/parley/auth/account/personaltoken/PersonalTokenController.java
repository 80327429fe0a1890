package org.parley.auth.account.personaltoken;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.auth.account.personaltoken.IssuePersonalToken.PersonalTokenRequest;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;

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

/** Lists, issues and revokes the caller's personal access tokens. */
@RestController
@RequestMapping("/api/v1/auth/tokens")
@Tag(name = "Personal access tokens")
class PersonalTokenController {

	private final PersonalTokens tokens;

	private final IssuePersonalToken issuePersonalToken;

	private final RevokePersonalToken revokePersonalToken;

	private final InstantSource clock;

	PersonalTokenController(PersonalTokens tokens, IssuePersonalToken issuePersonalToken,
			RevokePersonalToken revokePersonalToken, InstantSource clock) {
		this.tokens = tokens;
		this.issuePersonalToken = issuePersonalToken;
		this.revokePersonalToken = revokePersonalToken;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List your personal access tokens, newest first")
	ResponseEntity<Data<List<PersonalTokenView>>> list(Caller caller) {
		return EntityTagResponses.of(new Data<>(this.tokens.findLive(caller.id(), this.clock.instant())
			.stream()
			.map((token) -> PersonalTokenView.of(token, null))
			.toList()));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Create a personal access token; the answer is the only one that contains it")
	ResponseEntity<Data<PersonalTokenView>> create(Caller caller, @Valid @RequestBody PersonalTokenRequest request,
			ClientDevice clientDevice) {
		var issued = this.issuePersonalToken.issue(caller, request, clientDevice);
		return ResponseEntity.created(URI.create("/api/v1/auth/tokens/" + issued.item().id()))
			.body(new Data<>(PersonalTokenView.of(issued.item(), issued.secret().text())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Revoke one of your tokens")
	void revoke(Caller caller, @PathVariable String id, ClientDevice clientDevice) {
		this.revokePersonalToken.revoke(caller.id(), id, clientDevice);
	}

	/**
	 * A personal access token as its owner sees it.
	 *
	 * @param lastUsedAt accurate to 15 minutes, or null
	 * @param token for the {@code Authorization} header; present only in the answer that
	 * creates it
	 */
	@Schema(name = "PersonalToken")
	record PersonalTokenView(@Schema(example = "01KAG2V9H3J5K7M9N1P3Q5R7S9") String id,
			@Schema(example = "backup on my laptop") String name,
			@Schema(example = "[\"threads:read\"]") List<String> scopes, Instant createdAt, Instant expiresAt,
			@Nullable Instant lastUsedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					example = "parley_pat_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String token) {

		static PersonalTokenView of(PersonalToken token, @Nullable String secret) {
			return new PersonalTokenView(token.id(), token.name(), token.scopes(), token.createdAt(), token.expiresAt(),
					token.lastUsedAt(), secret);
		}

		/** Omits the token. Entity tags are derived from this. */
		@Override
		public String toString() {
			return "PersonalTokenView[%s, %s, %s, %s, %s, %s]".formatted(this.id, this.name, this.scopes,
					this.createdAt, this.expiresAt, this.lastUsedAt);
		}

	}

}
