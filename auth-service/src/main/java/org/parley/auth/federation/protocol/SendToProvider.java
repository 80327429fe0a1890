package org.parley.auth.federation.protocol;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.FederationSettings;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/** Sends a browser to a provider with a state, a nonce and a code challenge. */
@Component
public class SendToProvider {

	private final ProviderClients clients;

	private final BrowserNotes notes;

	private final FederationSettings settings;

	private final InstantSource clock;

	private final DiscourseAnswers discourseAnswers;

	SendToProvider(ProviderClients clients, BrowserNotes notes, FederationSettings settings, InstantSource clock,
			DiscourseAnswers discourseAnswers) {
		this.clients = clients;
		this.notes = notes;
		this.settings = settings;
		this.clock = clock;
		this.discourseAnswers = discourseAnswers;
	}

	/**
	 * Remembers the request in the browser and returns the provider's address.
	 * @throws org.parley.platform.domain.RefusalException as {@link ProviderClients#of}
	 */
	public String send(IdentityProvider provider, Departure departure, HttpServletRequest request,
			HttpServletResponse response) {
		if (provider.kind() == IdentityProviderKind.DISCOURSE) {
			var question = this.discourseAnswers.ask(provider);
			remember(provider, departure, question.nonce(), null, "", request, response);
			return question.address();
		}
		var asked = authorizationRequest(this.clients.of(provider).registration(), request,
				departure.fresh() ? provider.kind().freshSignIn() : Map.of());
		var nonce = asked.<String>getAttribute(OidcParameterNames.NONCE);
		var verifier = String.valueOf(asked.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
		remember(provider, departure, String.valueOf(asked.getState()), nonce, verifier, request, response);
		return asked.getAuthorizationRequestUri();
	}

	private void remember(IdentityProvider provider, Departure departure, String state, @Nullable String nonce,
			String verifier, HttpServletRequest request, HttpServletResponse response) {
		var now = this.clock.instant();
		var asked = new FederationRequest(provider.id(), state, nonce, verifier, departure.next(), departure.owner(),
				departure.invitation(), departure.fresh() ? now : null, now.plus(this.settings.patience()));
		this.notes.add(SignInCookies.Kind.FEDERATION, asked, this.settings.patience(), request, response);
	}

	private static OAuth2AuthorizationRequest authorizationRequest(ClientRegistration registration,
			HttpServletRequest request, Map<String, Object> more) {
		var requests = new DefaultOAuth2AuthorizationRequestResolver((_) -> registration);
		requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
			.andThen((builder) -> builder.additionalParameters((parameters) -> parameters.putAll(more))));
		return Objects.requireNonNull(requests.resolve(request, registration.getRegistrationId()));
	}

	/**
	 * Why a person leaves for a provider.
	 *
	 * @param next address of the page to return to, or empty
	 * @param owner the permission to link the identity to an account; null to sign in
	 * @param invitation token of an invitation for a new account, or null
	 * @param fresh whether the person must sign in there even if they are signed in there
	 */
	public record Departure(String next, @Nullable ProvenOwner owner, @Nullable String invitation, boolean fresh) {
	}

}
