package org.parley.auth.federation.identity;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

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

/** The caller's identities at providers. */
@RestController
@RequestMapping("/api/v1/users/me/identities")
@Tag(name = "Signing in")
class OwnIdentityController {

	private final LinkedIdentities identities;

	private final IdentityProviders providers;

	private final UnlinkIdentity unlinkIdentity;

	private final VerifyOwner verifyOwner;

	private final LinkTickets tickets;

	OwnIdentityController(LinkedIdentities identities, IdentityProviders providers, UnlinkIdentity unlinkIdentity,
			VerifyOwner verifyOwner, LinkTickets tickets) {
		this.identities = identities;
		this.providers = providers;
		this.unlinkIdentity = unlinkIdentity;
		this.verifyOwner = verifyOwner;
		this.tickets = tickets;
	}

	@GetMapping
	@Operation(summary = "List your identities at other providers, oldest first")
	ResponseEntity<Data<List<IdentityView>>> list(Caller caller) {
		return EntityTagResponses
			.of(new Data<>(this.identities.findByUserIdOrderById(caller.id()).stream().map(IdentityView::of).toList()));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Start to link an identity: get the page to open in your browser within ten minutes")
	Data<LinkView> start(Caller caller, @Valid @RequestBody IdentityLinkRequest request, ClientDevice clientDevice) {
		var provider = this.providers.requireEnabled(request.provider());
		return new Data<>(this.verifyOwner.verify(caller, request, clientDevice,
				(user) -> new LinkView(this.tickets.issue(user, provider.id()))));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Unlink one of your identities; you are notified by mail")
	void unlink(Caller caller, @PathVariable String id, ClientDevice clientDevice) {
		this.unlinkIdentity.unlink(caller, id, clientDevice);
	}

	/** Starts to link an identity. */
	@Schema(name = "IdentityLinking")
	record IdentityLinkRequest(@Schema(example = "google") @NotNull @Size(min = 1, max = 30) String provider,
			@Schema(example = "curiouser & curiouser") @Size(min = 1, max = 256) @Nullable String password,
			@Schema(example = "123456") @Size(max = 32,
					message = "must have at most 32 characters") @Nullable String otp)
			implements
				VerifyOwner.Proof {

		@Override
		public String toString() {
			return "IdentityLinkRequest[***]";
		}

	}

	/** The page to open. */
	@Schema(name = "IdentityLink")
	record LinkView(@Schema(example = "/oauth2/federation/google?link=kQ3v9Z") String path) {

		@Override
		public String toString() {
			return "LinkView[***]";
		}

	}

	/**
	 * An identity as its owner sees it.
	 *
	 * @param label mail address, or name at the provider
	 */
	@Schema(name = "LinkedIdentity")
	record IdentityView(@Schema(example = "01KAG2V9H3J5K7M9N1P3Q5R7S9") String id,
			@Schema(example = "google") String provider, @Schema(example = "https://accounts.google.com") String issuer,
			@Schema(example = "alice@example.org") String label, Instant createdAt, @Nullable Instant lastUsedAt) {

		static IdentityView of(LinkedIdentity identity) {
			return new IdentityView(identity.id(), identity.provider(), identity.issuer(), identity.label(),
					identity.createdAt(), identity.lastUsedAt());
		}

	}

}
