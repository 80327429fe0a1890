package org.parley.auth.federation.protocol;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.federation.provider.ProviderCredentials;
import org.parley.platform.domain.RefusalException;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * Discovers how to talk to providers, again after an hour or a change of their settings.
 * Keys are fetched when an ID token names an unknown one, or fits none: the id of a key
 * is optional, and not every issuer changes it.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID
 * Connect Discovery</a>
 */
@Component
class ProviderClients {

	private static final Duration FRESH = Duration.ofHours(1);

	private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.values());

	private static final List<String> ENDPOINTS = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");

	private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

	private static final ParameterizedTypeReference<Map<String, Object>> CONFIGURATION = new ParameterizedTypeReference<>() {
	};

	private final ProviderCredentials credentials;

	private final ProviderHttpClients httpClients;

	private final InstantSource clock;

	private final Map<String, ProviderClient> clients = new ConcurrentHashMap<>();

	ProviderClients(ProviderCredentials credentials, ProviderHttpClients httpClients, InstantSource clock) {
		this.credentials = credentials;
		this.httpClients = httpClients;
		this.clock = clock;
	}

	/**
	 * The client for a provider, discovered if it is not known yet.
	 * @throws RefusalException 503 {@code federation.unavailable}; 422
	 * {@code federation.misconfigured} when the provider does not describe itself as
	 * configured
	 */
	ProviderClient of(IdentityProvider provider) {
		var known = this.clients.get(provider.id());
		if (known != null && known.isOf(provider) && this.clock.instant().isBefore(known.loadedAt().plus(FRESH))) {
			return known;
		}
		var loaded = load(provider);
		this.clients.put(provider.id(), loaded);
		return loaded;
	}

	/**
	 * Discovers a provider anew, to test its settings.
	 * @throws RefusalException as {@link #of}; 422 {@code federation.untestable}
	 */
	void test(IdentityProvider provider) {
		if (provider.kind() == IdentityProviderKind.DISCOURSE) {
			throw RefusalException.unprocessable("id", "federation.untestable",
					"A DiscourseConnect site does not describe itself. Sign in with it to test it.");
		}
		this.clients.put(provider.id(), load(provider));
	}

	private ProviderClient load(IdentityProvider provider) {
		var http = this.httpClients.of(provider);
		return (provider.kind() == IdentityProviderKind.GITHUB) ? gitHub(provider, http) : discover(provider, http);
	}

	/**
	 * GitHub has no discovery.
	 * @see <a href=
	 * "https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">GitHub:
	 * authorizing OAuth apps</a>
	 */
	private ProviderClient gitHub(IdentityProvider provider, RestTemplate http) {
		var site = provider.terms().issuer();
		var api = site.equals("https://github.com") ? "https://api.github.com" : site + "/api/v3";
		var builder = ClientRegistration.withRegistrationId(provider.id())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationUri(site + "/login/oauth/authorize")
			.tokenUri(site + "/login/oauth/access_token")
			.userInfoUri(api + "/user")
			.userNameAttributeName("id")
			.scope("read:user", "user:email");
		return new ProviderClient(provider.createdAt(), provider.version(), complete(builder, provider), false, null,
				http, http, this.clock.instant());
	}

	private ProviderClient discover(IdentityProvider provider, RestTemplate http) {
		var configuration = configuration(provider.terms().issuer(), http);
		if (!ENDPOINTS.stream().allMatch((name) -> isAddress(configuration.get(name)))) {
			throw misconfigured("The provider's configuration lacks the address of an endpoint.");
		}
		try {
			var registration = complete(ClientRegistrations.fromOidcConfiguration(configuration)
				.registrationId(provider.id())
				.scope("openid", "email", "profile"), provider);
			return new ProviderClient(provider.createdAt(), provider.version(), registration,
					Boolean.TRUE.equals(configuration.get("authorization_response_iss_parameter_supported")),
					decoder(registration, configuration, http), http, this.httpClients.ofUserInfo(provider),
					this.clock.instant());
		}
		catch (IllegalArgumentException ex) {
			throw misconfigured("The provider's configuration is invalid.");
		}
	}

	private static boolean isAddress(@Nullable Object endpoint) {
		return endpoint instanceof String text && ADDRESS.matcher(text).matches();
	}

	private ClientRegistration complete(ClientRegistration.Builder builder, IdentityProvider provider) {
		return builder.clientId(provider.terms().clientId())
			.clientSecret(this.credentials.secret(provider))
			.redirectUri(this.credentials.redirectUri(provider))
			.build();
	}

	private static Map<String, Object> configuration(String issuer, RestTemplate http) {
		try {
			var address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
			var configuration = http.exchange(address, HttpMethod.GET, null, CONFIGURATION).getBody();
			if (configuration == null || !issuer.equals(configuration.get("issuer"))) {
				throw misconfigured("The provider's configuration names another issuer.");
			}
			return configuration;
		}
		catch (RestClientException ex) {
			throw misconfigured("The issuer has no OpenID Connect configuration.");
		}
	}

	/** Accepts the asymmetric algorithms that the provider has announced. */
	private JwtDecoder decoder(ClientRegistration registration, Map<String, Object> configuration, RestTemplate http) {
		var announced = (configuration.get("id_token_signing_alg_values_supported") instanceof Collection<?> names)
				? names : List.of("RS256");
		var accepted = ALGORITHMS.stream()
			.filter((algorithm) -> announced.contains(algorithm.getName()))
			.collect(Collectors.toSet());
		if (accepted.isEmpty()) {
			throw misconfigured("The provider signs its ID tokens with no algorithm that is accepted here.");
		}
		return new ProviderTokenDecoder(() -> decoder(registration, accepted, http), this.clock);
	}

	private JwtDecoder decoder(ClientRegistration registration, Set<SignatureAlgorithm> accepted, RestTemplate http) {
		var decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
			.jwsAlgorithms((algorithms) -> algorithms.addAll(accepted))
			.restOperations(http)
			.build();
		var idTokens = new OidcIdTokenValidator(registration);
		var timestamps = new JwtTimestampValidator();
		idTokens.setClock(this.clock.withZone(ZoneOffset.UTC));
		timestamps.setClock(this.clock.withZone(ZoneOffset.UTC));
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(timestamps, idTokens));
		decoder
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		return decoder;
	}

	private static RefusalException misconfigured(String detail) {
		return RefusalException.unprocessable("issuer", "federation.misconfigured", detail);
	}

	/**
	 * Fetches the keys again for a token that fits none, at most once a minute. Tokens
	 * that come meanwhile wait for them, and keys that work stay until there are others.
	 */
	private static final class ProviderTokenDecoder implements JwtDecoder {

		private static final Duration PATIENCE = Duration.ofMinutes(1);

		private final Supplier<JwtDecoder> decoders;

		private final InstantSource clock;

		private final Lock renewal = new ReentrantLock();

		private Instant renewedAt = Instant.MIN;

		private volatile JwtDecoder decoder;

		ProviderTokenDecoder(Supplier<JwtDecoder> decoders, InstantSource clock) {
			this.decoders = decoders;
			this.clock = clock;
			this.decoder = decoders.get();
		}

		@Override
		public Jwt decode(String token) {
			var used = this.decoder;
			try {
				return used.decode(token);
			}
			catch (JwtValidationException ex) {
				throw ex;
			}
			catch (BadJwtException ex) {
				this.renewal.lock();
				try {
					return used.equals(this.decoder) ? decodeAnew(token, ex) : this.decoder.decode(token);
				}
				finally {
					this.renewal.unlock();
				}
			}
		}

		private Jwt decodeAnew(String token, BadJwtException failure) {
			var now = this.clock.instant();
			if (!this.renewedAt.isBefore(now.minus(PATIENCE))) {
				throw failure;
			}
			this.renewedAt = now;
			var renewed = this.decoders.get();
			var jwt = renewed.decode(token);
			this.decoder = renewed;
			return jwt;
		}

	}

}
