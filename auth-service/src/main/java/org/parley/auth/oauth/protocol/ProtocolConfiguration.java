package org.parley.auth.oauth.protocol;

import java.net.URI;
import java.util.List;

import org.parley.auth.key.SigningKeys;
import org.parley.auth.oauth.browser.BrowserSecurity;
import org.parley.auth.oauth.client.AppSecretEncoder;
import org.parley.auth.oauth.logout.LoggingOut;
import org.parley.auth.oauth.logout.LogoutAnswers;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.request.AuthorizationAnswers;
import org.parley.auth.oauth.request.RequestConverter;
import org.parley.auth.oauth.request.RequestRules;
import org.parley.auth.oauth.token.GivingTokens;
import org.parley.platform.web.Role;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceVerificationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2TokenExchangeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.X509ClientCertificateAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The chain of the provider's endpoints, before the one of the service's own. No request
 * leaves a session behind; who sits at a browser is said by {@link BrowserSecurity}.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolConfiguration {

	private final GivingTokens tokens;

	private final RegisteredClientRepository apps;

	private final OAuth2AuthorizationConsentService consents;

	private final Refusals refusals;

	private final UnitOfWork work;

	private final URI issuer;

	ProtocolConfiguration(GivingTokens tokens, RegisteredClientRepository apps,
			OAuth2AuthorizationConsentService consents, Refusals refusals, UnitOfWork work,
			@Value("${parley.public-url}") URI issuer) {
		this.tokens = tokens;
		this.apps = apps;
		this.consents = consents;
		this.refusals = refusals;
		this.work = work;
		this.issuer = issuer;
	}

	@Bean
	@Order(0)
	SecurityFilterChain provider(HttpSecurity http, BrowserSecurity browsers, RequestRules rules,
			AuthorizationAnswers answers, PushedRequests pushing, VerifyingDevices verifying, LogoutAnswers signedOut,
			SigningKeys keys, Role role) {
		var server = new OAuth2AuthorizationServerConfigurer();
		var endpoints = server.getEndpointsMatcher();
		browsers.protectEndpoints(http, ProblemPage::refuse);
		return http
			.securityMatcher((request) -> role.answers() && !Endpoints.JWKS.equals(request.getRequestURI())
					&& endpoints.matches(request))
			.with(server, (protocol) -> {
				serve(protocol);
				authorize(protocol, rules, answers);
				push(protocol, rules, pushing);
				devices(protocol, verifying);
				protocol
					.oidc((oidc) -> identify(oidc, new LoggingOut(this.apps, keys, this.issuer.toString()), signedOut));
			})
			.addFilterBefore(new PublicAddressFilter(this.issuer), SecurityContextHolderFilter.class)
			.addFilterAfter(new ParametersFilter(this.refusals), PublicAddressFilter.class)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.oauth2ResourceServer(
					(bearers) -> bearers.bearerTokenResolver(userInfoOnly()).jwt(Customizer.withDefaults()))
			.exceptionHandling((refusing) -> refusing.authenticationEntryPoint(this.refusals))
			.authorizeHttpRequests((asking) -> asking.requestMatchers(Endpoints.AUTHORIZE, Endpoints.LOGOUT)
				.permitAll()
				.anyRequest()
				.authenticated())
			.build();
	}

	private void serve(OAuth2AuthorizationServerConfigurer protocol) {
		protocol.registeredClientRepository(this.apps)
			.authorizationService(this.tokens.grants())
			.authorizationConsentService(this.consents)
			.authorizationServerSettings(Endpoints.settings(this.issuer.toString()))
			.tokenGenerator(this.tokens.generator())
			.clientAuthentication(this::clients)
			.authorizationServerMetadataEndpoint((metadata) -> metadata
				.authorizationServerMetadataCustomizer((said) -> said.claims(new Discovery(this.issuer.toString()))))
			.tokenEndpoint((token) -> token.errorResponseHandler(this.refusals)
				.accessTokenRequestConverters(
						(known) -> known.removeIf(OAuth2TokenExchangeAuthenticationConverter.class::isInstance))
				.authenticationProviders(this::once))
			.tokenIntrospectionEndpoint((introspection) -> introspection.errorResponseHandler(this.refusals)
				.authenticationProviders((known) -> replace(known, this.tokens.introspecting())))
			.tokenRevocationEndpoint((revocation) -> revocation.errorResponseHandler(this.refusals)
				.authenticationProviders((known) -> replace(known, this.tokens.revoking())));
	}

	private void clients(OAuth2ClientAuthenticationConfigurer clients) {
		var withoutSecret = new PublicClients(this.apps);
		clients.errorResponseHandler(this.refusals).authenticationConverters((known) -> {
			known.removeIf((one) -> one instanceof JwtClientAssertionAuthenticationConverter
					|| one instanceof X509ClientCertificateAuthenticationConverter);
			known.add(withoutSecret);
		}).authenticationProviders((known) -> {
			known.removeIf((one) -> one instanceof JwtClientAssertionAuthenticationProvider
					|| one instanceof X509ClientCertificateAuthenticationProvider);
			known.forEach((one) -> {
				if (one instanceof ClientSecretAuthenticationProvider secrets) {
					secrets.setPasswordEncoder(new AppSecretEncoder());
				}
			});
			known.addFirst(withoutSecret);
		});
	}

	private void once(List<AuthenticationProvider> known) {
		known.removeIf(OAuth2TokenExchangeAuthenticationProvider.class::isInstance);
		known.replaceAll(this.tokens::once);
	}

	private void authorize(OAuth2AuthorizationServerConfigurer protocol, RequestRules rules,
			AuthorizationAnswers answers) {
		protocol.withObjectPostProcessor(withoutSession())
			.authorizationEndpoint((authorization) -> authorization.consentPage(this.issuer + Endpoints.CONSENT_PAGE)
				.authorizationResponseHandler(answers)
				.errorResponseHandler(answers)
				.authorizationRequestConverters((known) -> {
					known.removeIf(OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
					known.addFirst(new RequestConverter(this.apps));
				})
				.authenticationProviders((known) -> {
					known.forEach((one) -> {
						if (one instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider asking) {
							asking.setAuthenticationValidator(rules);
							asking.setAuthorizationConsentRequired(RequestRules::asksForConsent);
						}
					});
					known.replaceAll((one) -> (one instanceof OAuth2AuthorizationConsentAuthenticationProvider)
							? new TransactionalAuthenticationProvider(one, this.work) : one);
				}));
	}

	private void push(OAuth2AuthorizationServerConfigurer protocol, RequestRules rules, PushedRequests pushing) {
		protocol.pushedAuthorizationRequestEndpoint(
				(pushed) -> pushed.errorResponseHandler(this.refusals).pushedAuthorizationRequestConverters((known) -> {
					known.removeIf(OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
					known.add(new PushedRequestConverter());
				}).authenticationProviders((known) -> {
					known.forEach((one) -> {
						if (one instanceof OAuth2PushedAuthorizationRequestAuthenticationProvider taking) {
							taking.setAuthenticationValidator(rules);
						}
					});
					known.replaceAll(pushing::before);
				}));
	}

	/**
	 * A person says yes to every device, as links to this are sent around (RFC 8628,
	 * 5.4).
	 */
	private void devices(OAuth2AuthorizationServerConfigurer protocol, VerifyingDevices verifying) {
		var page = this.issuer + Endpoints.DEVICE_PAGE;
		protocol
			.deviceAuthorizationEndpoint((device) -> device.verificationUri(page).errorResponseHandler(this.refusals))
			.deviceVerificationEndpoint((device) -> device.consentPage(this.issuer + Endpoints.CONSENT_PAGE)
				.deviceVerificationResponseHandler(new DevicePage(page))
				.errorResponseHandler(new DevicePage(page))
				.authenticationProviders((known) -> {
					alwaysAsk(known);
					known.replaceAll(verifying::before);
				}));
	}

	private static void alwaysAsk(List<AuthenticationProvider> known) {
		known.forEach((one) -> {
			if (one instanceof OAuth2DeviceVerificationAuthenticationProvider verifying) {
				verifying.setAuthorizationConsentRequired((_) -> true);
			}
		});
	}

	private void identify(OidcConfigurer oidc, LoggingOut loggingOut, LogoutAnswers signedOut) {
		oidc.providerConfigurationEndpoint((discovery) -> discovery
			.providerConfigurationCustomizer((said) -> said.claims(new Discovery(this.issuer.toString()))))
			.userInfoEndpoint((info) -> info.userInfoMapper(this.tokens.userInfo()))
			.logoutEndpoint((logout) -> logout.logoutResponseHandler(signedOut)
				.errorResponseHandler(this.refusals)
				.authenticationProviders((known) -> replace(known, List.of(loggingOut))));
	}

	private static org.springframework.security.oauth2.server.resource.web.BearerTokenResolver userInfoOnly() {
		var header = new DefaultBearerTokenResolver();
		return (request) -> Endpoints.USER_INFO.equals(request.getRequestURI())
				&& request.getHeader(HttpHeaders.AUTHORIZATION) != null ? header.resolve(request) : null;
	}

	/**
	 * Spring would begin a session of the servlet for everybody who comes for identity.
	 */
	private static ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> withoutSession() {
		return new ObjectPostProcessor<>() {

			@Override
			public <F extends OAuth2AuthorizationEndpointFilter> F postProcess(F filter) {
				filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
				return filter;
			}

		};
	}

	private static void replace(List<AuthenticationProvider> known, List<AuthenticationProvider> ours) {
		known.clear();
		known.addAll(ours);
	}

}
