package org.parley.auth.federation.provider;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The providers that the sign-in page offers. */
@RestController
@RequestMapping("/api/v1/auth/identity-providers")
@Tag(name = "Signing in")
class SignInProviderController {

	private final IdentityProviders providers;

	SignInProviderController(IdentityProviders providers) {
		this.providers = providers;
	}

	@GetMapping
	@Operation(summary = "List the identity providers with which people can sign in, in the order of their buttons")
	ResponseEntity<Data<List<SignInProviderView>>> list() {
		return EntityTagResponses
			.of(new Data<>(this.providers.findEnabled().stream().map(SignInProviderView::of).toList()));
	}

	/**
	 * A provider with which people can sign in.
	 *
	 * @param kind {@code oidc}, {@code google}, {@code microsoft} or {@code github}
	 */
	@Schema(name = "SignInProvider")
	record SignInProviderView(@Schema(example = "google") String id, @Schema(example = "google") String kind,
			@Schema(example = "Google") String name, @Schema(example = "/oauth2/federation/google") String path,
			boolean onlyWayIn) {

		static SignInProviderView of(IdentityProvider provider) {
			return new SignInProviderView(provider.id(), provider.kind().text(), provider.terms().name(),
					"/oauth2/federation/" + provider.id(), provider.isOnlyWayIn());
		}

	}

}
