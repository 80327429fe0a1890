package org.parley.auth.oauth.logout;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.EndBrowserSession;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Ends the browser's session and redirects to the app or to our own page. */
@Component
public class LogoutResponseHandler implements AuthenticationSuccessHandler {

	private final EndBrowserSession endBrowserSession;

	private final String page;

	LogoutResponseHandler(EndBrowserSession endBrowserSession, @Value("${parley.public-url}") String issuer) {
		this.endBrowserSession = endBrowserSession;
		this.page = issuer + "/oauth2/signed-out";
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		var asked = (OidcLogoutAuthenticationToken) authentication;
		if (asked.getPrincipal() instanceof BrowserUser browserUser) {
			this.endBrowserSession.end(browserUser, ClientDevice.of(request, null), response);
		}
		SeeOtherRedirect.send(target(asked), response);
	}

	private String target(OidcLogoutAuthenticationToken asked) {
		var redirectUri = asked.getPostLogoutRedirectUri();
		if (redirectUri == null || redirectUri.isEmpty()) {
			return this.page;
		}
		return withState(redirectUri, asked.getState());
	}

	/** The address of the app with its state, if it has sent one. */
	static String withState(String redirectUri, @Nullable String state) {
		if (state == null || state.isEmpty()) {
			return redirectUri;
		}
		return redirectUri + (redirectUri.contains("?") ? "&" : "?") + "state="
				+ UriUtils.encode(state, StandardCharsets.UTF_8);
	}

}
