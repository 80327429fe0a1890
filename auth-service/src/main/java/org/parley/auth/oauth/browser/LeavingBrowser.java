package org.parley.auth.oauth.browser;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.client.Client;
import org.parley.auth.cookie.SignInCookies;
import org.parley.auth.oauth.person.Person;
import org.parley.auth.session.EndingSessions;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs somebody out at our pages. */
@Component
public class LeavingBrowser {

	private final EndingSessions ending;

	private final SignInCookies cookies;

	LeavingBrowser(EndingSessions ending, SignInCookies cookies) {
		this.ending = ending;
		this.cookies = cookies;
	}

	/** Ends the session, and then the cookie: without either nobody is signed in. */
	public void leave(Person person, Client client, HttpServletResponse response) {
		this.ending.signOut(person.getName(), person.sessionId(), client);
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.BROWSER));
	}

}
