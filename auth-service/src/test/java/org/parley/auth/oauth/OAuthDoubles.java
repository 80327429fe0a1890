package org.parley.auth.oauth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.client.MongoRegisteredClientRepository;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.platform.domain.Sha256;
import org.springframework.beans.factory.annotation.Qualifier;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.ConfigurationSettingNames;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Apps of every kind, and browsers with a signed-in user. */
@TestConfiguration(proxyBeanMethods = false)
public class OAuthDoubles {

	static final String SECRET = "a secret of two hundred and fifty-six bits";

	static final String NEXT_SECRET = "the one after it";

	/** Acts for itself. Events name it like a user. */
	static final String SERVICE = "01KAG2VC5E7G9J1K3M5N7P9Q1R";

	static final String BACK = "https://app.test/back?from=parley";

	static final String AFTER_LOGOUT = "https://app.test/bye";

	static final String LOOPBACK = "http://127.0.0.1:4711/back";

	/** Software without PKCE, as an administrator allows it. */
	private static final Map<String, Object> OLDER = Map.of(ConfigurationSettingNames.Client.REQUIRE_PROOF_KEY, false,
			AppSettings.PKCE_OPTIONAL, true, AppSettings.FORM_POST, true);

	@Bean
	@Primary
	RegisteredClientRepository apps(MongoRegisteredClientRepository stored) {
		return new KnownApps(stored,
				List.of(web("web", Map.of()), web(SERVICE, Map.of()), web("other", Map.of(AppSettings.NATIVE, true)),
						web("pushing", Map.of(AppSettings.PUSHED_REQUESTS, true)),
						web("binding", Map.of(AppSettings.BOUND_TOKENS, true)), web("older", OLDER), device("device"),
						spa("spa")));
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

	private static RegisteredClient.Builder app(String id, Map<String, Object> settings) {
		return RegisteredClient.withId("app-" + id)
			.clientId(id)
			.clientName("The app " + id)
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
	@Primary
	Browsers browsers(@Qualifier("browserSecurityContextRepository") SecurityContextRepository cookies,
			InstantSource clock) {
		return new Browsers(cookies, clock);
	}

	/**
	 * Apps that share a secret, which Spring's own repository refuses, and those that are
	 * stored.
	 */
	private record KnownApps(RegisteredClientRepository stored,
			List<RegisteredClient> apps) implements RegisteredClientRepository {

		@Override
		public void save(RegisteredClient app) {
			this.stored.save(app);
		}

		@Override
		public @Nullable RegisteredClient findById(String id) {
			return this.apps.stream()
				.filter((app) -> app.getId().equals(id))
				.findAny()
				.orElseGet(() -> this.stored.findById(id));
		}

		@Override
		public @Nullable RegisteredClient findByClientId(String id) {
			return this.apps.stream()
				.filter((app) -> app.getClientId().equals(id))
				.findAny()
				.orElseGet(() -> this.stored.findByClientId(id));
		}

	}

	/**
	 * Reads the user, the session and the age of the sign-in from a header, if there is
	 * one.
	 */
	static final class Browsers implements SecurityContextRepository {

		static final String HEADER = "X-Test-Person";

		private final SecurityContextRepository cookies;

		private final InstantSource clock;

		Browsers(SecurityContextRepository cookies, InstantSource clock) {
			this.cookies = cookies;
			this.clock = clock;
		}

		@Override
		@SuppressWarnings({ "deprecation", "InlineMeSuggester" })
		public SecurityContext loadContext(HttpRequestResponseHolder holder) {
			return loadDeferredContext(holder.getRequest()).get();
		}

		@Override
		public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
			var header = request.getHeader(HEADER);
			if (header == null) {
				return this.cookies.loadDeferredContext(request);
			}
			var parts = header.split(" ", -1);
			var since = this.clock.instant().minusSeconds(Long.parseLong(parts[2]));
			var context = new SecurityContextImpl(new BrowserUser(parts[0], parts[1], since));
			return new DeferredSecurityContext() {

				@Override
				public SecurityContext get() {
					return context;
				}

				@Override
				public boolean isGenerated() {
					return false;
				}

			};
		}

		@Override
		public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
			this.cookies.saveContext(context, request, response);
		}

		@Override
		public boolean containsContext(HttpServletRequest request) {
			return request.getHeader(HEADER) != null || this.cookies.containsContext(request);
		}

	}

}
