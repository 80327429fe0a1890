package org.parley.bench.timing;

import java.util.Map;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayResponse;

/**
 * A browser session of a user who has authorized an app, and the app's tokens.
 */
final class SignedInBrowser {

	static final String BACK = "https://app.example/back";

	/**
	 * A verifier and its challenge.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#appendix-B">RFC 7636, Appendix
	 * B</a>
	 */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private final OAuthApp oAuthApp;

	private final FormBrowser formBrowser;

	private final String username;

	private String refreshToken;

	SignedInBrowser(ApiUser apiUser, OAuthApp oAuthApp) {
		this.oAuthApp = oAuthApp;
		this.formBrowser = new FormBrowser(oAuthApp.gateway());
		this.username = apiUser.get("/users/me").is(200).text("/data/username");
		var login = this.formBrowser.open(authorizationRequest(""));
		var consent = this.formBrowser.submit(login, "/oauth2/login",
				Map.of("login", this.username, "password", TimingWriters.PASSWORD));
		var answer = this.formBrowser.submit(consent, "/oauth2/authorize", Map.of());
		this.refreshToken = tokens(answer).text("/refresh_token");
	}

	/** Requests a code without consent and exchanges it for tokens. */
	void exchangeCode() {
		this.refreshToken = tokens(this.formBrowser.open(authorizationRequest("&prompt=none"))).text("/refresh_token");
	}

	/** Uses the refresh token. */
	void refresh() {
		this.refreshToken = this.oAuthApp
			.token(Map.of("grant_type", "refresh_token", "refresh_token", this.refreshToken))
			.text("/refresh_token");
	}

	/** Signs in at the API, from another address each time. */
	void signInWithPassword() {
		this.oAuthApp.gateway().signIn(this.username, TimingWriters.PASSWORD);
	}

	private String authorizationRequest(String more) {
		return "/oauth2/authorize?response_type=code&client_id=%s&redirect_uri=%s&scope=openid+threads:read"
			.formatted(this.oAuthApp.id(), BACK) + "&code_challenge_method=S256&code_challenge=" + CHALLENGE + more;
	}

	private GatewayResponse tokens(FormBrowser.Page answer) {
		return this.oAuthApp.token(Map.of("grant_type", "authorization_code", "code", answer.parameter("code"),
				"redirect_uri", BACK, "code_verifier", VERIFIER));
	}

}
