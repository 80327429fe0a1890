package org.parley.auth.oauth.token;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

import com.nimbusds.jose.jwk.JWKSet;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.oauth.once.UsedGrants;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.tokens.key.SigningKeyStore;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** What the protocol needs to give tokens, to tell of them and to take them back. */
@Component
public class TokenProviders {

	private final OAuth2AuthorizationService grants;

	private final OAuth2TokenGenerator<? extends OAuth2Token> generator;

	private final Function<AuthenticationProvider, AuthenticationProvider> once;

	private final List<AuthenticationProvider> introspecting;

	private final List<AuthenticationProvider> revoking;

	private final UserInfoMapping userInfoMapping;

	TokenProviders(OAuth2AuthorizationService kept, RegisteredClientRepository apps, SigningKeyStore keys,
			TokenClaimsCustomizer claims, UsedGrants used, EndGrants ending, BrowserUsers browserUsers,
			JwtDecoder decoder, UnitOfWork work, InstantSource clock, OpaqueRefreshTokenGenerator refreshing) {
		this.grants = new ScopeLimitingAuthorizationService(kept, apps, browserUsers);
		this.generator = generator(keys, claims, clock, refreshing);
		this.once = (giving) -> {
			var once = new SingleUseGrantProvider(giving, this.grants, used, ending, browserUsers, work, clock);
			return giving.supports(OAuth2DeviceCodeAuthenticationToken.class)
					? new DevicePollingThrottle(once, used, clock) : once;
		};
		var live = new LiveGrants(this.grants, decoder, used);
		this.introspecting = List.of(new IntrospectionProvider(live, browserUsers));
		this.revoking = List.of(new RevocationProvider(live, ending));
		this.userInfoMapping = new UserInfoMapping(browserUsers);
	}

	/** Signed by the key whose turn it is. */
	private static OAuth2TokenGenerator<? extends OAuth2Token> generator(SigningKeyStore keys,
			TokenClaimsCustomizer claims, InstantSource clock, OpaqueRefreshTokenGenerator refreshing) {
		var encoder = new NimbusJwtEncoder((selector, _) -> selector.select(new JWKSet(keys.active())));
		var signed = new JwtGenerator(encoder);
		signed.setJwtCustomizer(claims);
		signed.setClock(clock.withZone(ZoneOffset.UTC));
		return new DelegatingOAuth2TokenGenerator(signed, refreshing);
	}

	public OAuth2AuthorizationService grants() {
		return this.grants;
	}

	public OAuth2TokenGenerator<? extends OAuth2Token> generator() {
		return this.generator;
	}

	/** What gives tokens gives them once; devices are told to be patient. */
	public AuthenticationProvider once(AuthenticationProvider giving) {
		return this.once.apply(giving);
	}

	public List<AuthenticationProvider> introspecting() {
		return this.introspecting;
	}

	public List<AuthenticationProvider> revoking() {
		return this.revoking;
	}

	public Function<OidcUserInfoAuthenticationContext, OidcUserInfo> userInfo() {
		return this.userInfoMapping;
	}

}
