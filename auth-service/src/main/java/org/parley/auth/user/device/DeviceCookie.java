package org.parley.auth.user.device;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sets the cookie with the device secret. */
@Component
public class DeviceCookie {

	private final SignInCookies cookies;

	DeviceCookie(SignInCookies cookies) {
		this.cookies = cookies;
	}

	/** Adds the cookie of the API to an answer. */
	public void add(@Nullable String secret, HttpServletResponse response) {
		if (secret != null) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					this.cookies.set(SignInCookies.Kind.DEVICE, secret, DeviceRegistry.KEPT));
		}
	}

	/** Adds the cookies of the HTML pages to an answer. */
	public void addForPages(String secret, HttpServletResponse response) {
		for (var kind : List.of(SignInCookies.Kind.PAGE_DEVICE, SignInCookies.Kind.RECOVERY_DEVICE)) {
			response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(kind, secret, DeviceRegistry.KEPT));
		}
	}

}
