package org.parley.auth.oauth.token;

import java.util.function.Function;

import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.user.User;
import org.parley.platform.readmodels.media.MediaAddresses;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Maps the current user to the claims that the scopes of the token cover.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID
 * Connect Core, 5.3</a>
 */
@Component
public class UserInfoMapping implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

	private final BrowserUsers browserUsers;

	private final MediaAddresses addresses;

	UserInfoMapping(BrowserUsers browserUsers, MediaAddresses addresses) {
		this.browserUsers = browserUsers;
		this.addresses = addresses;
	}

	@Override
	public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
		var token = token(context.<OidcUserInfoAuthenticationToken>getAuthentication());
		var user = this.browserUsers.findAdmitted(token.getSubject())
			.filter((candidate) -> token.getClaims().get("ver") instanceof Number version
					&& version.longValue() >= candidate.tokenVersion())
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
		var scopes = context.getAccessToken().getScopes();
		var claims = OidcUserInfo.builder().subject(user.id());
		if (scopes.contains("profile")) {
			profile(user, claims);
		}
		if (scopes.contains("email")) {
			claims.email(user.email()).emailVerified(user.isEmailVerified());
		}
		return claims.build();
	}

	private void profile(User user, OidcUserInfo.Builder claims) {
		var profile = user.profile();
		claims.preferredUsername(user.username())
			.name(profile.displayName())
			.locale(profile.locale())
			.zoneinfo(profile.timeZone());
		var picture = this.addresses.avatar(profile.avatarPath(), profile.avatarUrl());
		if (picture != null) {
			claims.picture(picture);
		}
	}

	/** A bound token must not be sent as a bearer token (RFC 9449, 7.2). */
	private static Jwt token(Authentication request) {
		if (request.getPrincipal() instanceof JwtAuthenticationToken caller
				&& (!caller.getToken().hasClaim("cnf") || usesDPoPScheme())) {
			return caller.getToken();
		}
		throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN);
	}

	private static boolean usesDPoPScheme() {
		if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes current) {
			var header = current.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
			return header != null && header.regionMatches(true, 0, "DPoP ", 0, 5);
		}
		return false;
	}

}
