package org.parley.auth.oauth.token;

import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.session.SessionEndReason;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * Ends the whole grant when its client gives back one token of it, whichever that is. A
 * token that nobody knows is as good as revoked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009</a>
 */
final class RevocationProvider implements AuthenticationProvider {

	private final LiveGrants grants;

	private final EndGrants ending;

	RevocationProvider(LiveGrants grants, EndGrants ending) {
		this.grants = grants;
		this.ending = ending;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return OAuth2TokenRevocationAuthenticationToken.class.isAssignableFrom(authentication);
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		var request = (OAuth2TokenRevocationAuthenticationToken) authentication;
		var app = OAuthErrors.app(request);
		this.grants.findFormer(request.getToken()).ifPresent((found) -> {
			if (!found.grant().getRegisteredClientId().equals(app.getId())) {
				throw OAuthErrors.of(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "The token was given to another client.");
			}
			this.ending.one(found.grant().getId(), SessionEndReason.ENDED_BY_OWNER);
		});
		return request;
	}

}
