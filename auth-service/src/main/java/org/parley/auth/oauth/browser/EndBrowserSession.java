package org.parley.auth.oauth.browser;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs a user out at our pages. */
@Component
public class EndBrowserSession {

	private final EndSessions endSessions;

	private final SignInCookies cookies;

	EndBrowserSession(EndSessions endSessions, SignInCookies cookies) {
		this.endSessions = endSessions;
		this.cookies = cookies;
	}

	/** Ends the session and deletes its cookie. */
	public void end(BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		this.endSessions.signOut(browserUser.getName(), browserUser.sessionId(), clientDevice);
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.BROWSER));
	}

}
