package org.parley.auth.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;
import org.parley.auth.oauth.browser.BrowserSecurity;
import org.parley.auth.oauth.consent.AppView;
import org.parley.auth.oauth.consent.GrantedApps;
import org.parley.auth.oauth.page.ProblemPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.web.SecurityFilterChain;

/** Spring's authorization server with nothing behind it, for the pages before it. */
@TestConfiguration(proxyBeanMethods = false)
public class ProviderOfPages {

	/** Where the app of tests has people sent back to. */
	public static final String BACK = "http://127.0.0.1:9/back";

	@Bean
	@Primary
	Apps apps() {
		return new Apps();
	}

	@Bean
	@Primary
	OAuth2AuthorizationService authorizations() {
		return new InMemoryOAuth2AuthorizationService();
	}

	@Bean
	@Primary
	OAuth2AuthorizationConsentService consents() {
		return new InMemoryOAuth2AuthorizationConsentService();
	}

	@Bean
	@Primary
	Granted granted() {
		return new Granted();
	}

	@Bean
	AuthorizationServerSettings pageSettings(@Value("${parley.public-url}") String issuer) {
		return AuthorizationServerSettings.builder().issuer(issuer).build();
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 5)
	SecurityFilterChain pageProtocol(HttpSecurity http, BrowserSecurity browsers,
			OAuth2AuthorizationService authorizations, OAuth2AuthorizationConsentService consents,
			RegisteredClientRepository apps, @Value("${parley.public-url}") String issuer) {
		browsers.protectEndpoints(http, ProblemPage::refuse);
		http.securityMatcher("/oauth2/authorize", "/oauth2/device_verification")
			.with(new OAuth2AuthorizationServerConfigurer(), (server) -> server.authorizationService(authorizations)
				.authorizationConsentService(consents)
				.registeredClientRepository(apps)
				.authorizationEndpoint((endpoint) -> endpoint.consentPage(issuer + "/oauth2/consent")
					.errorResponseHandler((request, response, _) -> ProblemPage.show(request, response,
							HttpStatus.BAD_REQUEST, ProblemPage.Kind.APP)))
				.deviceAuthorizationEndpoint(Customizer.withDefaults())
				.deviceVerificationEndpoint((endpoint) -> endpoint.consentPage(issuer + "/oauth2/consent")
					.deviceVerificationResponseHandler(
							(_, response, _) -> response.sendRedirect(issuer + "/oauth2/device/done"))
					.errorResponseHandler((_, response, _) -> response.sendRedirect(issuer + "/oauth2/device/failed"))))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated());
		return http.build();
	}

	/** Apps that tests have registered. */
	public static final class Apps implements RegisteredClientRepository {

		private final Map<String, RegisteredClient> apps = new ConcurrentHashMap<>();

		/** Registers one, which calls itself so. */
		public RegisteredClient register(String id, String name, String maker, String back) {
			var app = RegisteredClient.withId("of-" + id)
				.clientId(id)
				.clientName(name)
				.clientSecret("{noop}secret")
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
				.redirectUri(back)
				.scopes((scopes) -> scopes.addAll(
						List.of("profile", "email", "threads:read", "threads:write", "notifications", "moderation")))
				.clientSettings(ClientSettings.builder()
					.requireAuthorizationConsent(true)
					.requireProofKey(false)
					.setting(AppView.MAKER, maker)
					.setting(AppView.DESCRIPTION, "Shows the latest threads on the wall of your kitchen.")
					.build())
				.build();
			save(app);
			return app;
		}

		@Override
		public void save(RegisteredClient app) {
			this.apps.put(app.getId(), app);
		}

		@Override
		public @Nullable RegisteredClient findById(String id) {
			return this.apps.get(id);
		}

		@Override
		public @Nullable RegisteredClient findByClientId(String clientId) {
			return this.apps.get("of-" + clientId);
		}

	}

	/** What tests say has access. */
	public static final class Granted implements GrantedApps {

		private final Map<String, List<GrantedApp>> apps = new ConcurrentHashMap<>();

		public void let(String userId, GrantedApp app) {
			this.apps.computeIfAbsent(userId, (_) -> new CopyOnWriteArrayList<>()).add(app);
		}

		@Override
		public List<GrantedApp> of(String userId) {
			return this.apps.getOrDefault(userId, List.of());
		}

		@Override
		public void withdraw(String userId, String appId, Client client) {
			of(userId).removeIf((app) -> app.id().equals(appId));
		}

	}

	/** A device that waits and shows a code. */
	public static OAuth2Authorization device(RegisteredClient app, String code, Set<String> scopes) {
		var now = Instant.now();
		return OAuth2Authorization.withRegisteredClient(app)
			.principalName(app.getClientId())
			.authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
			.token(new OAuth2DeviceCode("device " + code, now, now.plus(Duration.ofMinutes(10))))
			.token(new OAuth2UserCode(code, now, now.plus(Duration.ofMinutes(10))))
			.attribute(OAuth2ParameterNames.SCOPE, scopes)
			.build();
	}

}
