package org.parley.auth.federation.join;

import java.util.List;
import java.util.Map;

import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviders;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.request.SignInRedirect;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The buttons of the sign-in page that lead to providers. */
@Component
class ProviderButtons {

	private final IdentityProviders providers;

	ProviderButtons(IdentityProviders providers) {
		this.providers = providers;
	}

	/**
	 * The buttons of a page that returns to an address, or to the default page. Where an
	 * app demands a new or recent sign-in, a provider that does not tell the time of the
	 * last one must ask for another; one that does is asked again if it is too old.
	 * @param fresh whether people must sign in at the provider again
	 */
	public List<Button> leadingTo(String next, boolean fresh) {
		var demanded = Continuation.parse(next).filter(SignInRedirect::demandsSignIn).isPresent();
		return this.providers.findEnabled()
			.stream()
			.map((provider) -> new Button(provider.terms().name(),
					path(provider, next, fresh || (demanded && !provider.kind().tellsTimeOfSignIn()))))
			.toList();
	}

	private static String path(IdentityProvider provider, String next, boolean fresh) {
		var path = UriComponentsBuilder.fromPath("/oauth2/federation/{provider}");
		if (!next.isEmpty()) {
			path.queryParam("continue", "{next}");
		}
		if (fresh) {
			path.queryParam("fresh", "true");
		}
		return path.encode().buildAndExpand(Map.of("provider", provider.id(), "next", next)).toUriString();
	}

	/** A button. */
	public record Button(String name, String path) {
	}

}
