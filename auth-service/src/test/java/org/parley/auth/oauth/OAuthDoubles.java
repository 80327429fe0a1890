package org.parley.auth.oauth;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.digest.Sha256;
import org.parley.auth.oauth.logout.EndingBrowserSession;
import org.parley.auth.oauth.person.Person;
import org.parley.auth.oauth.token.AppSettings;
import org.parley.auth.oauth.token.EndingGrant;
import org.parley.auth.session.SessionRevoked;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** What the protocol needs of others, kept in memory. */
@TestConfiguration(proxyBeanMethods = false)
public class OAuthDoubles {

	static final String SECRET = "a secret of two hundred and fifty-six bits";

	static final String NEXT_SECRET = "the one after it";

	static final String BACK = "https://app.test/back?from=parley";

	static final String AFTER_LOGOUT = "https://app.test/bye";

	static final String LOOPBACK = "http://127.0.0.1:4711/back";

	@Bean
	RegisteredClientRepository apps() {
		return new KnownApps(List.of(web("web", Map.of()), web("other", Map.of(AppSettings.NATIVE, true)),
				web("pushing", Map.of(AppSettings.PUSHED_REQUESTS, true)),
				web("binding", Map.of(AppSettings.BOUND_TOKENS, true)), resources(), device("device"), spa("spa")));
	}

	private static RegisteredClient web(String id, Map<String, Object> settings) {
		return app(id, settings).clientSecret("{sha256}" + Sha256.hex(SECRET) + "," + Sha256.hex(NEXT_SECRET))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.redirectUri(BACK)
			.redirectUri(LOOPBACK)
			.postLogoutRedirectUri(AFTER_LOGOUT)
			.build();
	}

	private static RegisteredClient spa(String id) {
		return app(id, Map.of(AppSettings.NATIVE, true)).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUri(BACK)
			.redirectUri(LOOPBACK)
			.build();
	}

	private static RegisteredClient device(String id) {
		return app(id, Map.of()).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.build();
	}

	private static RegisteredClient resources() {
		return app("resources", Map.of(AppSettings.RESOURCE_SERVER, true)).clientSecret("{sha256}" + Sha256.hex(SECRET))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.build();
	}

	private static RegisteredClient.Builder app(String id, Map<String, Object> settings) {
		return RegisteredClient.withId("app-" + id)
			.clientId(id)
			.scopes((scopes) -> scopes.addAll(List.of("openid", "profile", "email", "threads:read", "threads:write",
					"notifications", "moderation")))
			.clientSettings(ClientSettings.builder()
				.requireProofKey(true)
				.requireAuthorizationConsent(true)
				.settings((all) -> all.putAll(settings))
				.build())
			.tokenSettings(TokenSettings.builder()
				.reuseRefreshTokens(false)
				.accessTokenTimeToLive(Duration.ofMinutes(15))
				.refreshTokenTimeToLive(Duration.ofDays(30))
				.build());
	}

	@Bean
	OAuth2AuthorizationConsentService consents() {
		return new InMemoryOAuth2AuthorizationConsentService();
	}

	@Bean
	KeptGrants keptGrants(ApplicationEventPublisher events) {
		return new KeptGrants(events);
	}

	@Bean
	Browsers browsers(InstantSource clock) {
		return new Browsers(clock);
	}

	/** Apps that share a secret, which Spring's own would refuse. */
	private static final class KnownApps implements RegisteredClientRepository {

		private final List<RegisteredClient> apps;

		KnownApps(List<RegisteredClient> apps) {
			this.apps = new CopyOnWriteArrayList<>(apps);
		}

		@Override
		public void save(RegisteredClient app) {
			this.apps.add(app);
		}

		@Override
		public @Nullable RegisteredClient findById(String id) {
			return this.apps.stream().filter((app) -> app.getId().equals(id)).findAny().orElse(null);
		}

		@Override
		public @Nullable RegisteredClient findByClientId(String id) {
			return this.apps.stream().filter((app) -> app.getClientId().equals(id)).findAny().orElse(null);
		}

	}

	/** Grants, and their end. */
	static final class KeptGrants implements OAuth2AuthorizationService, EndingGrant {

		private final OAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();

		private final ApplicationEventPublisher events;

		KeptGrants(ApplicationEventPublisher events) {
			this.events = events;
		}

		@Override
		public void end(String id) {
			var grant = this.kept.findById(id);
			if (grant == null) {
				return;
			}
			this.kept.remove(grant);
			if (grant.getAttributes().get(Principal.class.getName()) instanceof Person person) {
				this.events.publishEvent(SessionRevoked.grant(person.getName(), id));
			}
		}

		@Override
		public void save(OAuth2Authorization grant) {
			this.kept.save(grant);
		}

		@Override
		public void remove(OAuth2Authorization grant) {
			this.kept.remove(grant);
		}

		@Override
		public @Nullable OAuth2Authorization findById(String id) {
			return this.kept.findById(id);
		}

		@Override
		public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
			return this.kept.findByToken(token, type);
		}

	}

	/** Believes a header that says who sits there, and since how many seconds. */
	static final class Browsers implements SecurityContextRepository, EndingBrowserSession {

		static final String HEADER = "X-Test-Person";

		private final List<String> ended = new CopyOnWriteArrayList<>();

		private final InstantSource clock;

		Browsers(InstantSource clock) {
			this.clock = clock;
		}

		List<String> ended() {
			return this.ended;
		}

		@Override
		public void end(Person person, HttpServletRequest request, HttpServletResponse response) {
			this.ended.add(person.getName());
		}

		@Override
		@SuppressWarnings({ "deprecation", "InlineMeSuggester" })
		public SecurityContext loadContext(HttpRequestResponseHolder holder) {
			return loadDeferredContext(holder.getRequest()).get();
		}

		@Override
		public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
			var context = context(request);
			return new DeferredSecurityContext() {

				@Override
				public SecurityContext get() {
					return context;
				}

				@Override
				public boolean isGenerated() {
					return context.getAuthentication() == null;
				}

			};
		}

		private SecurityContext context(HttpServletRequest request) {
			var header = request.getHeader(HEADER);
			if (header == null) {
				return SecurityContextHolder.createEmptyContext();
			}
			var parts = header.split(" ", -1);
			Instant since = this.clock.instant().minusSeconds((parts.length > 1) ? Long.parseLong(parts[1]) : 0);
			return new SecurityContextImpl(new Person(parts[0], "session-of-" + parts[0], since));
		}

		@Override
		public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
			throw new UnsupportedOperationException("Nobody signs in here");
		}

		@Override
		public boolean containsContext(HttpServletRequest request) {
			return request.getHeader(HEADER) != null;
		}

	}

}
