package org.parley.auth.oauth.logout;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.EndBrowserSession;
import org.parley.auth.oauth.page.Page;
import org.parley.auth.oauth.page.PageContentSecurityPolicy;
import org.parley.auth.oauth.page.SeeOtherRedirect;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that confirms a sign-out which an app requested without an ID token. It
 * returns only to an address that the named app has registered.
 */
@Page
class SignOutController {

	static final String PATH = "/oauth2/sign-out";

	private static final String SIGNED_OUT = "/oauth2/signed-out";

	private final RegisteredClientRepository apps;

	private final EndBrowserSession endBrowserSession;

	SignOutController(RegisteredClientRepository apps, EndBrowserSession endBrowserSession) {
		this.apps = apps;
		this.endBrowserSession = endBrowserSession;
	}

	@GetMapping(PATH)
	ModelAndView ask(@RequestParam(name = "client_id", defaultValue = "") String clientId,
			@RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String redirectUri,
			@RequestParam(defaultValue = "") String state, @Nullable BrowserUser browserUser,
			HttpServletResponse response) {
		var app = findApp(clientId);
		if (browserUser == null) {
			return SeeOtherRedirect.to(target(app, redirectUri, state));
		}
		app.filter((known) -> isRegistered(redirectUri, known))
			.ifPresent((_) -> PageContentSecurityPolicy.returning(response));
		var page = new ModelAndView("oauth/sign-out").addObject("clientId", clientId)
			.addObject("redirectUri", redirectUri)
			.addObject("state", state);
		app.ifPresent((known) -> page.addObject("app", known.getClientName()));
		return page;
	}

	@PostMapping(PATH)
	ModelAndView signOut(@RequestParam(name = "client_id", defaultValue = "") String clientId,
			@RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String redirectUri,
			@RequestParam(defaultValue = "") String state, @Nullable BrowserUser browserUser, ClientDevice clientDevice,
			HttpServletResponse response) {
		if (browserUser != null) {
			this.endBrowserSession.end(browserUser, clientDevice, response);
		}
		return SeeOtherRedirect.to(target(findApp(clientId), redirectUri, state));
	}

	private Optional<RegisteredClient> findApp(String clientId) {
		return Optional.of(clientId).filter((id) -> !id.isBlank()).map(this.apps::findByClientId);
	}

	static String target(Optional<RegisteredClient> app, String redirectUri, String state) {
		return app.filter((known) -> isRegistered(redirectUri, known))
			.map((_) -> LogoutResponseHandler.withState(redirectUri, state))
			.orElse(SIGNED_OUT);
	}

	private static boolean isRegistered(String redirectUri, RegisteredClient app) {
		return app.getPostLogoutRedirectUris().contains(redirectUri);
	}

}
