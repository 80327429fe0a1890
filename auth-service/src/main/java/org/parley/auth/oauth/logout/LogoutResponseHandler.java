package org.parley.auth.oauth.logout;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

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

/**
 * Ends the browser's session and redirects to the app or to our own page. If another user
 * has signed in meanwhile, the app's user is signed out already, so only the redirect is
 * left; without an address, our page asks the other one.
 */
@Component
public class LogoutResponseHandler implements AuthenticationSuccessHandler {

	private final EndBrowserSession endBrowserSession;

	private final String signedOutPage;

	private final String signOutPage;

	LogoutResponseHandler(EndBrowserSession endBrowserSession, @Value("${parley.public-url}") String issuer) {
		this.endBrowserSession = endBrowserSession;
		this.signedOutPage = issuer + "/oauth2/signed-out";
		this.signOutPage = issuer + SignOutController.PATH;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		var asked = (OidcLogoutAuthenticationToken) authentication;
		var page = this.signedOutPage;
		if (asked.getPrincipal() instanceof BrowserUser browserUser) {
			if (browserUser.getName().equals(Objects.requireNonNull(asked.getIdToken()).getSubject())) {
				this.endBrowserSession.end(browserUser, ClientDevice.of(request, null), response);
			}
			else {
				page = this.signOutPage;
			}
		}
		SeeOtherRedirect.send(target(asked, page), response);
	}

	private static String target(OidcLogoutAuthenticationToken asked, String page) {
		var redirectUri = asked.getPostLogoutRedirectUri();
		if (redirectUri == null || redirectUri.isEmpty()) {
			return page;
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
