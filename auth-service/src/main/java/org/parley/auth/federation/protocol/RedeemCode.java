package org.parley.auth.federation.protocol;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.text.name.CanonicalMailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Exchanges a code for the account that it stands for. Spring Security verifies the
 * answer; the provider's tokens are used here and forgotten.
 */
@Component
class RedeemCode {

	private static final Logger log = LoggerFactory.getLogger(RedeemCode.class);

	private static final int LONGEST_SUBJECT = 255;

	private static final String VERIFIED = "email_verified";

	private final InstantSource clock;

	RedeemCode(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Redeems the code.
	 * @throws RefusalException 400 {@code federation.refused}; 503
	 * {@code federation.unavailable}
	 */
	ProviderAccount redeem(IdentityProvider provider, ProviderClient client, FederationRequest asked, String code) {
		var exchange = new OAuth2AuthorizationExchange(request(client.registration(), asked),
				OAuth2AuthorizationResponse.success(code)
					.redirectUri(client.registration().getRedirectUri())
					.state(asked.state())
					.build());
		try {
			var verified = verifier(provider, client)
				.authenticate(new OAuth2LoginAuthenticationToken(client.registration(), exchange));
			if (verified != null && verified.getPrincipal() instanceof OAuth2User user) {
				return account(provider, user);
			}
			throw refused();
		}
		catch (AuthenticationException | IllegalArgumentException ex) {
			// Spring's types refuse an empty user info with the latter
			unavailable(ex).ifPresent((failure) -> {
				throw failure;
			});
			log.atInfo()
				.addKeyValue("provider", provider.id())
				.addKeyValue("error",
						(ex instanceof OAuth2AuthenticationException failure) ? failure.getError().getErrorCode() : "")
				.log("Answer of identity provider refused");
			throw refused();
		}
	}

	/** The request that Spring compares the answer with. */
	private static OAuth2AuthorizationRequest request(ClientRegistration registration, FederationRequest asked) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(PkceParameterNames.CODE_VERIFIER, asked.verifier());
		if (asked.nonce() != null) {
			attributes.put(OidcParameterNames.NONCE, asked.nonce());
		}
		return OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri(registration.getProviderDetails().getAuthorizationUri())
			.clientId(registration.getClientId())
			.redirectUri(registration.getRedirectUri())
			.scopes(registration.getScopes())
			.state(asked.state())
			.attributes(attributes)
			.build();
	}

	private static AuthenticationProvider verifier(IdentityProvider provider, ProviderClient client) {
		var tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.builder()
			.requestFactory(client.http().getRequestFactory())
			.configureMessageConverters((converters) -> converters.disableDefaults()
				.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		var userInfo = new DefaultOAuth2UserService();
		userInfo.setRestOperations(client.userInfo());
		JwtDecoder idTokens = client.idTokens();
		if (idTokens == null) {
			return new OAuth2LoginAuthenticationProvider(tokens, new GitHubUserService(userInfo, client.http()));
		}
		var users = new OidcUserService();
		users.setOauth2UserService(userInfo);
		users.setRetrieveUserInfo((request) -> !isComplete(request.getIdToken(), provider)
				&& request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUri() != null);
		var verifier = new OidcAuthorizationCodeAuthenticationProvider(tokens,
				(request) -> load(provider, users, request));
		verifier.setJwtDecoderFactory((_) -> idTokens);
		return verifier;
	}

	/** A user info that fails ends no sign-in for which the ID token is enough. */
	private static OidcUser load(IdentityProvider provider, OidcUserService users, OidcUserRequest request) {
		try {
			return users.loadUser(request);
		}
		catch (AuthenticationException | IllegalArgumentException | ProviderUnavailableException ex) {
			if (!isEnough(request.getIdToken(), provider)) {
				throw ex;
			}
			log.atWarn().addKeyValue("provider", provider.id()).log("The user info of an identity provider failed");
			return new DefaultOidcUser(List.of(), request.getIdToken());
		}
	}

	/**
	 * Whether the user info has nothing to add. Okta leaves most claims out of ID tokens;
	 * Microsoft says nowhere whether an address is verified.
	 */
	private static boolean isComplete(OidcIdToken token, IdentityProvider provider) {
		var tellsVerified = token.hasClaim(VERIFIED) || !provider.terms().trusted()
				|| provider.kind() == IdentityProviderKind.MICROSOFT;
		return isEnough(token, provider) && token.getFullName() != null && tellsVerified;
	}

	/** Whether an account needs nothing that the token lacks. */
	private static boolean isEnough(OidcIdToken token, IdentityProvider provider) {
		return token.getEmail() != null && ProviderGroups.areIn(provider.terms(), token.getClaims());
	}

	/** OpenID Connect Core, 2, limits subjects. */
	private ProviderAccount account(IdentityProvider provider, OAuth2User user) {
		if (user.getName().isBlank() || user.getName().length() > LONGEST_SUBJECT) {
			throw refused();
		}
		var address = CanonicalMailAddress.parse(text(user, "email").orElse("")).map(CanonicalMailAddress::text);
		var username = text(user, "preferred_username").or(() -> text(user, "login"));
		return new ProviderAccount(provider.terms().issuer(), user.getName(), address.orElse(null),
				address.isPresent() && isVerified(user), text(user, "name").orElse(null), username.orElse(null),
				signedInAt(provider, user), ProviderGroups.of(provider.terms(), user.getAttributes()),
				text(user, "picture").or(() -> text(user, "avatar_url")).orElse(null));
	}

	/** The user info may be about another address than the ID token. */
	private static boolean isVerified(OAuth2User user) {
		if (user instanceof OidcUser person && person.getUserInfo() != null
				&& !person.getIdToken().hasClaim(VERIFIED)) {
			var info = person.getUserInfo();
			return Boolean.TRUE.equals(info.getEmailVerified())
					&& (info.getEmail() == null || info.getEmail().equalsIgnoreCase(person.getEmail()));
		}
		return Boolean.TRUE.equals(user.getAttribute(VERIFIED));
	}

	/** A time that the provider could tell and does not is long ago. */
	private Instant signedInAt(IdentityProvider provider, OAuth2User user) {
		if (user instanceof OidcUser person && person.getAuthenticatedAt() != null) {
			return person.getAuthenticatedAt();
		}
		return provider.kind().tellsTimeOfSignIn() ? Instant.EPOCH : this.clock.instant();
	}

	private static Optional<String> text(OAuth2User user, String attribute) {
		return (user.getAttribute(attribute) instanceof String text && !text.isBlank()) ? Optional.of(text.strip())
				: Optional.empty();
	}

	private static Optional<ProviderUnavailableException> unavailable(@Nullable Throwable failure) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProviderUnavailableException known) {
				return Optional.of(known);
			}
		}
		return Optional.empty();
	}

	static RefusalException refused() {
		return new RefusalException(RefusalKind.INVALID, "federation.refused",
				"The answer of the identity provider is invalid. Start again.");
	}

}
