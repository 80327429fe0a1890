package org.parley.auth.oauth.browser;

import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.auth.user.device.DeviceCookie;

import org.springframework.http.HttpHeaders;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;

import org.springframework.stereotype.Component;

/** Sets the cookies of a new session at our pages. */
@Component
public class BrowserSessionCookies {

	private final SignInCookies signInCookies;

	private final DeviceCookie deviceCookie;

	private final BrowserSettings settings;

	BrowserSessionCookies(SignInCookies signInCookies, DeviceCookie deviceCookie, BrowserSettings settings) {
		this.signInCookies = signInCookies;
		this.deviceCookie = deviceCookie;
		this.settings = settings;
	}

	/** Sets the cookies of session and device, and deletes that of a pending code. */
	public void set(Opened opened, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				this.signInCookies.set(SignInCookies.Kind.BROWSER, opened.secret(), this.settings.lifetime()));
		this.deviceCookie.addForPages(opened.deviceSecret(), response);
		response.addHeader(HttpHeaders.SET_COOKIE, this.signInCookies.end(SignInCookies.Kind.SECOND_STEP));
	}

}
