package org.parley.auth.oauth.token;

import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.session.SessionEndReason;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;

/**
 * Ends the whole grant of a revoked token. Unknown tokens count as revoked already.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009</a>
 */
final class RevocationProvider implements AuthenticationProvider {

	private final LiveGrants grants;

	private final EndGrants endGrants;

	RevocationProvider(LiveGrants grants, EndGrants endGrants) {
		this.grants = grants;
		this.endGrants = endGrants;
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
				throw OAuthErrors.of(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "The token was issued to another client.");
			}
			this.endGrants.end(found.grant().getId(), SessionEndReason.ENDED_BY_OWNER);
		});
		return request;
	}

}
