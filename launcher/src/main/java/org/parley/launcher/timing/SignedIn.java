package org.parley.launcher.timing;

import java.util.Map;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Browser;
import org.parley.launcher.client.Person;

/**
 * Somebody who has signed in at a browser and agreed to an app once, and the app's tokens
 * for them.
 */
final class SignedIn {

	static final String BACK = "https://app.example/back";

	/**
	 * A verifier and its challenge.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#appendix-B">RFC 7636, Appendix
	 * B</a>
	 */
	private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private final App app;

	private final Browser browser;

	private String refreshToken;

	SignedIn(Person person, App app) {
		this.app = app;
		this.browser = new Browser(app.gateway());
		var username = person.get("/users/me").is(200).text("/data/username");
		var login = this.browser.go(question(""));
		var consent = this.browser.submit(login, "/oauth2/login",
				Map.of("login", username, "password", Writers.PASSWORD));
		var answer = this.browser.submit(consent, "/oauth2/authorize", Map.of());
		this.refreshToken = tokens(answer).text("/refresh_token");
	}

	/** Comes back with a code, unasked, and takes tokens for it. */
	void code() {
		this.refreshToken = tokens(this.browser.go(question("&prompt=none"))).text("/refresh_token");
	}

	/** Takes a refresh token for the one before. */
	void refresh() {
		this.refreshToken = this.app.token(Map.of("grant_type", "refresh_token", "refresh_token", this.refreshToken))
			.text("/refresh_token");
	}

	private String question(String more) {
		return "/oauth2/authorize?response_type=code&client_id=%s&redirect_uri=%s&scope=openid+threads:read"
			.formatted(this.app.id(), BACK) + "&code_challenge_method=S256&code_challenge=" + CHALLENGE + more;
	}

	private Answer tokens(Browser.Page answer) {
		return this.app.token(Map.of("grant_type", "authorization_code", "code", answer.parameter("code"),
				"redirect_uri", BACK, "code_verifier", VERIFIER));
	}

}
