package org.parley.auth.oauth.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.firstparty.WebClientSettings;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.user.Users;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Apps for Spring's authorization server, and the web client. Omits disabled apps, and
 * those whose owner is banned or has closed the account.
 */
@Component
@EnableConfigurationProperties(WebClientSettings.class)
public class MongoRegisteredClientRepository implements RegisteredClientRepository {

	private static final Duration CODE = Duration.ofMinutes(1);

	private static final Duration ACCESS_TOKEN = Duration.ofMinutes(15);

	private static final Duration SERVICE_ACCESS_TOKEN = Duration.ofMinutes(5);

	private static final Duration REFRESH_TOKEN = Duration.ofDays(30);

	private static final Duration DEVICE_CODE = Duration.ofMinutes(10);

	private final OAuthClients clients;

	private final Users users;

	private final InstantSource clock;

	private final @Nullable RegisteredClient web;

	MongoRegisteredClientRepository(OAuthClients clients, Users users, InstantSource clock, WebClientSettings web,
			@Value("${parley.public-url}") URI site) {
		this.clients = clients;
		this.users = users;
		this.clock = clock;
		this.web = web.isEnabled() ? webClient(web, site) : null;
	}

	/** Unsupported: {@link AppRegistrar} registers apps. */
	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("AppRegistrar registers apps");
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		if (WebClientSettings.isWebClient(id)) {
			return this.web;
		}
		return this.clients.findById(id)
			.filter((client) -> client.isActive() && hasActiveOwner(client))
			.map(this::toRegisteredClient)
			.orElse(null);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return findById(clientId);
	}

	/**
	 * A client with a secret on our own server need not rotate its refresh tokens (RFC
	 * 9700, 2.2.2), so its concurrent requests cannot invalidate each other's.
	 */
	private static RegisteredClient webClient(WebClientSettings settings, URI site) {
		return RegisteredClient.withId(WebClientSettings.ID)
			.clientId(WebClientSettings.ID)
			.clientIdIssuedAt(Instant.EPOCH)
			.clientName("Parley")
			.clientSecret(new AppSecretEncoder().encode(settings.secret()))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantTypes((grants) -> grants.addAll(AppKind.WEB.grants()))
			.redirectUri(site + WebClientSettings.CALLBACK)
			.scope(AppScope.OPENID.text())
			.scope(BrowserUsers.FIRST_PARTY)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(tokens(AppKind.WEB, true))
			.build();
	}

	private boolean hasActiveOwner(OAuthClient client) {
		return client.owner()
			.map((owner) -> this.users.findById(owner)
				.filter((user) -> user.isAdmitted(this.clock.instant()))
				.isPresent())
			.orElse(true);
	}

	private RegisteredClient toRegisteredClient(OAuthClient client) {
		var terms = client.terms();
		var registered = RegisteredClient.withId(client.id())
			.clientId(client.id())
			.clientIdIssuedAt(client.createdAt())
			.clientName(terms.name())
			.authorizationGrantTypes((grants) -> grants.addAll(terms.kind().grants()))
			.redirectUris((addresses) -> addresses.addAll(terms.redirectUris()))
			.postLogoutRedirectUris((addresses) -> addresses.addAll(terms.postLogoutRedirectUris()))
			.scopes((scopes) -> scopes.addAll(terms.scopes()))
			.clientSettings(ClientSettings.builder()
				.requireProofKey(!client.compatibility().pkceOptional())
				.requireAuthorizationConsent(true)
				.setting(AppSettings.PKCE_OPTIONAL, client.compatibility().pkceOptional())
				.setting(AppSettings.FORM_POST, client.compatibility().formPost())
				.setting(AppSettings.NATIVE, terms.kind() == AppKind.NATIVE)
				.setting(AppSettings.BOUND_TOKENS, terms.dpopRequired())
				.setting(AppSettings.PUSHED_REQUESTS, terms.parRequired())
				.settings((settings) -> settings.putAll(descriptions(client)))
				.build())
			.tokenSettings(tokens(terms.kind(), false));
		if (!terms.kind().hasSecret()) {
			return registered.clientAuthenticationMethod(ClientAuthenticationMethod.NONE).build();
		}
		var hashes = client.secrets(this.clock.instant()).stream().map(StoredAppSecret::hash).toList();
		return registered.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.clientSecret(AppSecretEncoder.encodeHashes(hashes))
			.build();
	}

	/** Texts for the consent page. */
	private Map<String, Object> descriptions(OAuthClient client) {
		var descriptions = new HashMap<String, Object>();
		client.owner()
			.flatMap(this.users::findById)
			.ifPresent((owner) -> descriptions.put(AppSettings.MAKER, owner.profile().displayName()));
		if (!client.terms().description().isEmpty()) {
			descriptions.put(AppSettings.DESCRIPTION, client.terms().description());
		}
		return descriptions;
	}

	private static TokenSettings tokens(AppKind kind, boolean reused) {
		return TokenSettings.builder()
			.authorizationCodeTimeToLive(CODE)
			.deviceCodeTimeToLive(DEVICE_CODE)
			.accessTokenTimeToLive((kind == AppKind.SERVICE) ? SERVICE_ACCESS_TOKEN : ACCESS_TOKEN)
			.refreshTokenTimeToLive(REFRESH_TOKEN)
			.reuseRefreshTokens(reused)
			.build();
	}

}
