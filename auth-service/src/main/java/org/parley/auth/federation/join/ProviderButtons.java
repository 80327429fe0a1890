package org.parley.auth.federation.join;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviders;

import org.springframework.stereotype.Component;

/** The buttons of the sign-in page that lead to providers. */
@Component
class ProviderButtons {

	private final IdentityProviders providers;

	ProviderButtons(IdentityProviders providers) {
		this.providers = providers;
	}

	/** The buttons of a page that returns to an address, or to the default page. */
	public List<Button> leadingTo(String next) {
		return this.providers.findEnabled().stream().map((provider) -> Button.of(provider, next)).toList();
	}

	/**
	 * A button.
	 *
	 * @param name of the provider
	 * @param path of the page that leads there
	 */
	public record Button(String name, String path) {

		static Button of(IdentityProvider provider, String next) {
			var path = "/oauth2/federation/" + provider.id();
			return new Button(provider.terms().name(),
					next.isEmpty() ? path : path + "?continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
		}

	}

}
