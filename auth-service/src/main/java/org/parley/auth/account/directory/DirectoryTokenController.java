package org.parley.auth.account.directory;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
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

/** Management of directories' tokens by administrators. */
@RestController
@RequestMapping(DirectoryTokenController.PATH)
@Tag(name = "Administration")
class DirectoryTokenController {

	static final String PATH = "/api/v1/admin/directory-tokens";

	private final DirectoryTokens tokens;

	private final ManageDirectoryTokens manageTokens;

	DirectoryTokenController(DirectoryTokens tokens, ManageDirectoryTokens manageTokens) {
		this.tokens = tokens;
		this.manageTokens = manageTokens;
	}

	@GetMapping
	@Operation(summary = "List the tokens of directories, newest first")
	ResponseEntity<Data<List<DirectoryTokenView>>> list() {
		return EntityTagResponses.of(new Data<>(this.tokens.findAllByOrderByIdDesc()
			.stream()
			.map((token) -> DirectoryTokenView.of(token, null))
			.toList()));
	}

	@PostMapping
	@Idempotent(secret = true)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(
			summary = "Create a token with which a directory provisions accounts and groups (SCIM); it is shown only once")
	ResponseEntity<Data<DirectoryTokenView>> create(@Valid @RequestBody DirectoryTokenRequest request, Caller caller,
			ClientDevice clientDevice) {
		var issued = this.manageTokens.issue(caller, request, clientDevice);
		return ResponseEntity.created(URI.create(PATH + "/" + issued.item().id()))
			.body(new Data<>(DirectoryTokenView.of(issued.item(), issued.secret().text())));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Revoke the token of a directory; what it has provisioned stays")
	void remove(@PathVariable String id, Caller caller, ClientDevice clientDevice) {
		this.manageTokens.revoke(id, caller, clientDevice);
	}

	/** A request to create a token. */
	@Schema(name = "DirectoryTokenWish")
	record DirectoryTokenRequest(
			@Schema(example = "Entra ID of Wonderland") @NotNull @StorableText(min = 1, max = 100) String description,
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				VerifyOwner.Proof {

		@Override
		public String toString() {
			return "DirectoryTokenRequest[***]";
		}

	}

	/**
	 * The token of a directory as administrators see it.
	 *
	 * @param token shown only when it is created
	 */
	@Schema(name = "DirectoryToken")
	record DirectoryTokenView(@Schema(example = "01KAG2VC5E7G9J1K3M5N7P9Q1R") String id,
			@Schema(example = "Entra ID of Wonderland") String description, Instant createdAt,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
					example = "parley_scim_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String token) {

		static DirectoryTokenView of(DirectoryToken token, @Nullable String secret) {
			return new DirectoryTokenView(token.id(), token.description(), token.createdAt(), secret);
		}

		/** Omits the token. Entity tags are derived from this. */
		@Override
		public String toString() {
			return "DirectoryTokenView[%s, %s, %s]".formatted(this.id, this.description, this.createdAt);
		}

	}

}
