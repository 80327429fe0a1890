package org.parley.auth.oauth.protocol;

import java.net.URI;
import java.util.List;

import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;
import org.parley.auth.oauth.client.AppSecretEncoder;
import org.parley.auth.oauth.logout.IdTokenHintLogoutProvider;
import org.parley.auth.oauth.logout.LogoutResponseHandler;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.request.AuthorizationRequestConverter;
import org.parley.auth.oauth.request.AuthorizationRequestValidator;
import org.parley.auth.oauth.request.AuthorizationResponseHandler;
import org.parley.auth.oauth.token.TokenProviders;
import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.platform.web.ProcessRole;
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
 * leaves a session behind; who sits at a browser is said by
 * {@link BrowserSecurityConfigurer}.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolConfiguration {

	private final TokenProviders tokens;

	private final RegisteredClientRepository apps;

	private final OAuth2AuthorizationConsentService consents;

	private final OAuthErrorResponseHandler oAuthErrorResponseHandler;

	private final UnitOfWork work;

	private final URI issuer;

	ProtocolConfiguration(TokenProviders tokens, RegisteredClientRepository apps,
			OAuth2AuthorizationConsentService consents, OAuthErrorResponseHandler oAuthErrorResponseHandler,
			UnitOfWork work, @Value("${parley.public-url}") URI issuer) {
		this.tokens = tokens;
		this.apps = apps;
		this.consents = consents;
		this.oAuthErrorResponseHandler = oAuthErrorResponseHandler;
		this.work = work;
		this.issuer = issuer;
	}

	@Bean
	@Order(0)
	SecurityFilterChain provider(HttpSecurity http, BrowserSecurityConfigurer browsers,
			AuthorizationRequestValidator rules, AuthorizationResponseHandler answers,
			PushedAuthorizationRequestProvider pushing, DeviceVerificationProvider verifying,
			LogoutResponseHandler signedOut, SigningKeyStore keys, ProcessRole processRole) {
		var server = new OAuth2AuthorizationServerConfigurer();
		var endpoints = server.getEndpointsMatcher();
		browsers.protectEndpoints(http, ProblemPage::refuse);
		return http
			.securityMatcher((request) -> processRole.answers()
					&& !ProviderEndpoints.JWKS.equals(request.getRequestURI()) && endpoints.matches(request))
			.with(server, (protocol) -> {
				serve(protocol);
				authorize(protocol, rules, answers);
				push(protocol, rules, pushing);
				devices(protocol, verifying);
				protocol.oidc((oidc) -> identify(oidc,
						new IdTokenHintLogoutProvider(this.apps, keys, this.issuer.toString()), signedOut));
			})
			.addFilterBefore(new PublicAddressFilter(this.issuer), SecurityContextHolderFilter.class)
			.addFilterAfter(new ParameterValidationFilter(this.oAuthErrorResponseHandler), PublicAddressFilter.class)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.oauth2ResourceServer(
					(bearers) -> bearers.bearerTokenResolver(userInfoOnly()).jwt(Customizer.withDefaults()))
			.exceptionHandling((refusing) -> refusing.authenticationEntryPoint(this.oAuthErrorResponseHandler))
			.authorizeHttpRequests(
					(asking) -> asking.requestMatchers(ProviderEndpoints.AUTHORIZE, ProviderEndpoints.LOGOUT)
						.permitAll()
						.anyRequest()
						.authenticated())
			.build();
	}

	private void serve(OAuth2AuthorizationServerConfigurer protocol) {
		protocol.registeredClientRepository(this.apps)
			.authorizationService(this.tokens.grants())
			.authorizationConsentService(this.consents)
			.authorizationServerSettings(ProviderEndpoints.settings(this.issuer.toString()))
			.tokenGenerator(this.tokens.generator())
			.clientAuthentication(this::clients)
			.authorizationServerMetadataEndpoint((metadata) -> metadata.authorizationServerMetadataCustomizer(
					(said) -> said.claims(new ProviderMetadataCustomizer(this.issuer.toString()))))
			.tokenEndpoint((token) -> token.errorResponseHandler(this.oAuthErrorResponseHandler)
				.accessTokenRequestConverters(
						(known) -> known.removeIf(OAuth2TokenExchangeAuthenticationConverter.class::isInstance))
				.authenticationProviders(this::once))
			.tokenIntrospectionEndpoint(
					(introspection) -> introspection.errorResponseHandler(this.oAuthErrorResponseHandler)
						.authenticationProviders((known) -> replace(known, this.tokens.introspecting())))
			.tokenRevocationEndpoint((revocation) -> revocation.errorResponseHandler(this.oAuthErrorResponseHandler)
				.authenticationProviders((known) -> replace(known, this.tokens.revoking())));
	}

	private void clients(OAuth2ClientAuthenticationConfigurer clients) {
		var withoutSecret = new PublicClientAuthenticationProvider(this.apps);
		clients.errorResponseHandler(this.oAuthErrorResponseHandler).authenticationConverters((known) -> {
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

	private void authorize(OAuth2AuthorizationServerConfigurer protocol, AuthorizationRequestValidator rules,
			AuthorizationResponseHandler answers) {
		protocol.withObjectPostProcessor(withoutSession())
			.authorizationEndpoint(
					(authorization) -> authorization.consentPage(this.issuer + ProviderEndpoints.CONSENT_PAGE)
						.authorizationResponseHandler(answers)
						.errorResponseHandler(answers)
						.authorizationRequestConverters((known) -> {
							known.removeIf(OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
							known.addFirst(new AuthorizationRequestConverter(this.apps));
						})
						.authenticationProviders((known) -> {
							known.forEach((one) -> {
								if (one instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider asking) {
									asking.setAuthenticationValidator(rules);
									asking
										.setAuthorizationConsentRequired(AuthorizationRequestValidator::asksForConsent);
								}
							});
							known.replaceAll((one) -> (one instanceof OAuth2AuthorizationConsentAuthenticationProvider)
									? new TransactionalAuthenticationProvider(one, this.work) : one);
						}));
	}

	private void push(OAuth2AuthorizationServerConfigurer protocol, AuthorizationRequestValidator rules,
			PushedAuthorizationRequestProvider pushing) {
		protocol
			.pushedAuthorizationRequestEndpoint((pushed) -> pushed.errorResponseHandler(this.oAuthErrorResponseHandler)
				.pushedAuthorizationRequestConverters((known) -> {
					known.removeIf(OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
					known.add(new PushedRequestConverter());
				})
				.authenticationProviders((known) -> {
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
	private void devices(OAuth2AuthorizationServerConfigurer protocol, DeviceVerificationProvider verifying) {
		var page = this.issuer + ProviderEndpoints.DEVICE_PAGE;
		protocol
			.deviceAuthorizationEndpoint(
					(device) -> device.verificationUri(page).errorResponseHandler(this.oAuthErrorResponseHandler))
			.deviceVerificationEndpoint((device) -> device.consentPage(this.issuer + ProviderEndpoints.CONSENT_PAGE)
				.deviceVerificationResponseHandler(new DeviceResponseHandler(page))
				.errorResponseHandler(new DeviceResponseHandler(page))
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

	private void identify(OidcConfigurer oidc, IdTokenHintLogoutProvider idTokenHintLogoutProvider,
			LogoutResponseHandler signedOut) {
		oidc.providerConfigurationEndpoint((discovery) -> discovery.providerConfigurationCustomizer(
				(said) -> said.claims(new ProviderMetadataCustomizer(this.issuer.toString()))))
			.userInfoEndpoint((info) -> info.userInfoMapper(this.tokens.userInfo()))
			.logoutEndpoint((logout) -> logout.logoutResponseHandler(signedOut)
				.errorResponseHandler(this.oAuthErrorResponseHandler)
				.authenticationProviders((known) -> replace(known, List.of(idTokenHintLogoutProvider))));
	}

	private static org.springframework.security.oauth2.server.resource.web.BearerTokenResolver userInfoOnly() {
		var header = new DefaultBearerTokenResolver();
		return (request) -> ProviderEndpoints.USER_INFO.equals(request.getRequestURI())
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
