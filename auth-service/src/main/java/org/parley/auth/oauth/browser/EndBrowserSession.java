package org.parley.auth.oauth.browser;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs somebody out at our pages. */
@Component
public class EndBrowserSession {

	private final EndSessions ending;

	private final SignInCookies cookies;

	EndBrowserSession(EndSessions ending, SignInCookies cookies) {
		this.ending = ending;
		this.cookies = cookies;
	}

	/** Ends the session, and then the cookie: without either nobody is signed in. */
	public void leave(BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		this.ending.signOut(browserUser.getName(), browserUser.sessionId(), clientDevice);
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.BROWSER));
	}

}
