package org.parley.auth.oauth.protocol;

import java.net.URI;
import java.util.List;

import org.parley.auth.oauth.browser.BrowserSecurityConfigurer;
import org.parley.auth.oauth.client.AppSecretEncoder;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.oauth.logout.IdTokenHintLogoutProvider;
import org.parley.auth.oauth.logout.LogoutResponseHandler;
import org.parley.auth.oauth.logout.SignOutConfirmationFilter;
import org.parley.auth.oauth.once.CheckedAuthenticationProvider;
import org.parley.auth.oauth.page.ProblemPage;
import org.parley.auth.oauth.person.IdTokenHints;
import org.parley.auth.oauth.request.AuthorizationRequestConverter;
import org.parley.auth.oauth.request.AuthorizationRequestValidator;
import org.parley.auth.oauth.request.AuthorizationResponseHandler;
import org.parley.auth.oauth.token.TokenProviders;
import org.parley.auth.oauth.token.UserInfoMapping;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;

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
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
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
 * The filter chain of the provider's endpoints, before that of the API. It creates no
 * servlet session; {@link BrowserSecurityConfigurer} authenticates users of browsers.
 */
@Configuration(proxyBeanMethods = false)
class ProtocolConfiguration {

	private final TokenProviders tokens;

	private final RegisteredClientRepository apps;

	private final OAuth2AuthorizationConsentService consents;

	private final OAuthErrorResponseHandler oAuthErrorResponseHandler;

	private final UnitOfWork unitOfWork;

	private final URI issuer;

	ProtocolConfiguration(TokenProviders tokens, RegisteredClientRepository apps,
			OAuth2AuthorizationConsentService consents, OAuthErrorResponseHandler oAuthErrorResponseHandler,
			UnitOfWork unitOfWork, @Value("${parley.public-url}") URI issuer) {
		this.tokens = tokens;
		this.apps = apps;
		this.consents = consents;
		this.oAuthErrorResponseHandler = oAuthErrorResponseHandler;
		this.unitOfWork = unitOfWork;
		this.issuer = issuer;
	}

	@Bean
	@Order(0)
	SecurityFilterChain authorizationServerSecurityFilterChain(HttpSecurity http, BrowserSecurityConfigurer browsers,
			AuthorizationRequestValidator validator, AuthorizationResponseHandler responses,
			PushedAuthorizationRequestProvider pushedRequests, DeviceVerificationProvider deviceVerification,
			LogoutResponseHandler logoutResponses, UserInfoMapping userInfo, IdTokenHints idTokenHints,
			ProcessRole processRole) {
		var server = new OAuth2AuthorizationServerConfigurer();
		var endpoints = server.getEndpointsMatcher();
		browsers.protectEndpoints(http, ProblemPage::refuse);
		return http
			.securityMatcher((request) -> processRole.answers()
					&& !ProviderEndpoints.JWKS.equals(request.getRequestURI()) && endpoints.matches(request))
			.with(server, (protocol) -> {
				configureServer(protocol);
				configureAuthorization(protocol, validator, responses);
				configurePushedRequests(protocol, validator, pushedRequests);
				configureDevices(protocol, deviceVerification);
				protocol.oidc((oidc) -> configureOidc(oidc, userInfo,
						new IdTokenHintLogoutProvider(this.apps, idTokenHints), logoutResponses));
			})
			.addFilterBefore(new PublicAddressFilter(this.issuer), SecurityContextHolderFilter.class)
			.addFilterAfter(new ParameterFilter(this.oAuthErrorResponseHandler), PublicAddressFilter.class)
			.addFilterAfter(new SignOutConfirmationFilter(this.issuer.toString(), ProviderEndpoints.LOGOUT),
					ParameterFilter.class)
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

	private void configureServer(OAuth2AuthorizationServerConfigurer protocol) {
		protocol.registeredClientRepository(this.apps)
			.authorizationService(this.tokens.grants())
			.authorizationConsentService(this.consents)
			.authorizationServerSettings(ProviderEndpoints.settings(this.issuer.toString()))
			.tokenGenerator(this.tokens.generator())
			.clientAuthentication(this::configureClients)
			.authorizationServerMetadataEndpoint((metadata) -> metadata.authorizationServerMetadataCustomizer(
					(said) -> said.claims(new ProviderMetadataCustomizer(this.issuer.toString()))))
			.tokenEndpoint((token) -> token.errorResponseHandler(this.oAuthErrorResponseHandler)
				.accessTokenRequestConverters(
						(known) -> known.removeIf(OAuth2TokenExchangeAuthenticationConverter.class::isInstance))
				.authenticationProviders(this::configureTokenProviders))
			.tokenIntrospectionEndpoint(
					(introspection) -> introspection.errorResponseHandler(this.oAuthErrorResponseHandler)
						.authenticationProviders((providers) -> replace(providers, this.tokens.introspection())))
			.tokenRevocationEndpoint((revocation) -> revocation.errorResponseHandler(this.oAuthErrorResponseHandler)
				.authenticationProviders((providers) -> replace(providers, this.tokens.revocation())));
	}

	private void configureClients(OAuth2ClientAuthenticationConfigurer clients) {
		var publicClients = new PublicClientAuthenticationProvider(this.apps);
		clients.errorResponseHandler(this.oAuthErrorResponseHandler).authenticationConverters((known) -> {
			known.removeIf((candidate) -> candidate instanceof JwtClientAssertionAuthenticationConverter
					|| candidate instanceof X509ClientCertificateAuthenticationConverter);
			known.add(publicClients);
		}).authenticationProviders((known) -> {
			known.removeIf((candidate) -> candidate instanceof JwtClientAssertionAuthenticationProvider
					|| candidate instanceof X509ClientCertificateAuthenticationProvider);
			known.forEach((candidate) -> {
				if (candidate instanceof ClientSecretAuthenticationProvider secrets) {
					secrets.setPasswordEncoder(new AppSecretEncoder());
				}
			});
			known.addFirst(publicClients);
		});
	}

	private void configureTokenProviders(List<AuthenticationProvider> providers) {
		providers.removeIf(OAuth2TokenExchangeAuthenticationProvider.class::isInstance);
		providers.replaceAll(this.tokens::limitToSingleUse);
	}

	private void configureAuthorization(OAuth2AuthorizationServerConfigurer protocol,
			AuthorizationRequestValidator validator, AuthorizationResponseHandler responses) {
		protocol.withObjectPostProcessor(withoutSession())
			.authorizationEndpoint(
					(authorization) -> authorization.consentPage(this.issuer + ProviderEndpoints.CONSENT_PAGE)
						.authorizationResponseHandler(responses)
						.errorResponseHandler(responses)
						.authorizationRequestConverters((known) -> {
							known.removeIf(OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
							known.addFirst(new AuthorizationRequestConverter(this.apps));
						})
						.authenticationProviders((known) -> {
							known.forEach((candidate) -> {
								if (candidate instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider asking) {
									asking.setAuthenticationValidator(validator);
									asking.setAuthorizationConsentRequired(
											AuthorizationRequestValidator::requiresConsent);
								}
							});
							known.replaceAll((
									candidate) -> (candidate instanceof OAuth2AuthorizationConsentAuthenticationProvider)
											? new TransactionalAuthenticationProvider(candidate, this.unitOfWork)
											: candidate);
						}));
	}

	private void configurePushedRequests(OAuth2AuthorizationServerConfigurer protocol,
			AuthorizationRequestValidator validator, PushedAuthorizationRequestProvider pushedRequests) {
		protocol
			.pushedAuthorizationRequestEndpoint((pushed) -> pushed.errorResponseHandler(this.oAuthErrorResponseHandler)
				.pushedAuthorizationRequestConverters((known) -> {
					known.removeIf(OAuth2AuthorizationCodeRequestAuthenticationConverter.class::isInstance);
					known.add(new PushedRequestConverter());
				})
				.authenticationProviders((known) -> {
					known.forEach((candidate) -> {
						if (candidate instanceof OAuth2PushedAuthorizationRequestAuthenticationProvider taking) {
							taking.setAuthenticationValidator(validator);
						}
					});
					known.replaceAll(pushedRequests::wrap);
				}));
	}

	/** Every device needs a new consent, as attackers may send links (RFC 8628, 5.4). */
	private void configureDevices(OAuth2AuthorizationServerConfigurer protocol,
			DeviceVerificationProvider deviceVerification) {
		var page = this.issuer + ProviderEndpoints.DEVICE_PAGE;
		protocol
			.deviceAuthorizationEndpoint((device) -> device.verificationUri(page)
				.errorResponseHandler(this.oAuthErrorResponseHandler)
				.authenticationProviders((known) -> known.replaceAll(ProtocolConfiguration::requireScope)))
			.deviceVerificationEndpoint((device) -> device.consentPage(this.issuer + ProviderEndpoints.CONSENT_PAGE)
				.deviceVerificationResponseHandler(new DeviceResponseHandler(page))
				.errorResponseHandler(new DeviceResponseHandler(page))
				.authenticationProviders((known) -> {
					requireConsent(known);
					known.replaceAll(deviceVerification::wrap);
				}));
	}

	/** A user cannot consent to nothing. */
	private static AuthenticationProvider requireScope(AuthenticationProvider provider) {
		return new CheckedAuthenticationProvider(provider, (request) -> {
			if (request instanceof OAuth2DeviceAuthorizationRequestAuthenticationToken device
					&& device.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
					&& client.isAuthenticated() && device.getScopes().isEmpty()) {
				throw new OAuth2AuthenticationException(
						new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "The scope is missing.", null));
			}
			return provider.authenticate(request);
		});
	}

	private static void requireConsent(List<AuthenticationProvider> providers) {
		providers.forEach((candidate) -> {
			if (candidate instanceof OAuth2DeviceVerificationAuthenticationProvider verifying) {
				verifying.setAuthorizationConsentRequired((_) -> true);
			}
		});
	}

	private void configureOidc(OidcConfigurer oidc, UserInfoMapping userInfo,
			IdTokenHintLogoutProvider idTokenHintLogoutProvider, LogoutResponseHandler logoutResponses) {
		oidc.providerConfigurationEndpoint((discovery) -> discovery.providerConfigurationCustomizer(
				(said) -> said.claims(new ProviderMetadataCustomizer(this.issuer.toString()))))
			.userInfoEndpoint(
					(info) -> info.userInfoMapper(userInfo).errorResponseHandler(this.oAuthErrorResponseHandler))
			.logoutEndpoint((logout) -> logout.logoutResponseHandler(logoutResponses)
				.errorResponseHandler(this.oAuthErrorResponseHandler)
				.authenticationProviders((providers) -> replace(providers, List.of(idTokenHintLogoutProvider))));
	}

	private static org.springframework.security.oauth2.server.resource.web.BearerTokenResolver userInfoOnly() {
		var header = new DefaultBearerTokenResolver();
		return (request) -> ProviderEndpoints.USER_INFO.equals(request.getRequestURI())
				&& request.getHeader(HttpHeaders.AUTHORIZATION) != null ? header.resolve(request) : null;
	}

	/** Prevents the servlet session that Spring creates for OpenID Connect requests. */
	private static ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> withoutSession() {
		return new ObjectPostProcessor<>() {

			@Override
			public <F extends OAuth2AuthorizationEndpointFilter> F postProcess(F filter) {
				filter.setSessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy());
				return filter;
			}

		};
	}

	private static void replace(List<AuthenticationProvider> providers, List<AuthenticationProvider> ours) {
		providers.clear();
		providers.addAll(ours);
	}

}
