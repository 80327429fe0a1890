package org.parley.auth.oauth.page;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.browser.BrowserSessionCookies;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The cookies of a browser that signs in with a mailed code. */
@Component
class MailedSignInCookies {

	private final SignInCookies cookies;

	private final BrowserSessionCookies sessionCookies;

	MailedSignInCookies(SignInCookies cookies, BrowserSessionCookies sessionCookies) {
		this.cookies = cookies;
		this.sessionCookies = sessionCookies;
	}

	void remember(String secret, Duration lifetime, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(SignInCookies.Kind.MAILED, secret, lifetime));
	}

	@Nullable String secret(HttpServletRequest request) {
		return this.cookies.read(request, SignInCookies.Kind.MAILED).orElse(null);
	}

	void forget(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.MAILED));
	}

	void start(Opened opened, HttpServletResponse response) {
		this.sessionCookies.set(opened, response);
	}

}
