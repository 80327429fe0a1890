package org.parley.auth.user.device;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.cookie.SignInCookies;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Leaves a device the secret by which it is known next time. */
@Component
public class DeviceCookie {

	private final SignInCookies cookies;

	DeviceCookie(SignInCookies cookies) {
		this.cookies = cookies;
	}

	/** Adds the cookie to the answer of who has signed in. */
	public void leave(@Nullable String secret, HttpServletResponse response) {
		if (secret != null) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					this.cookies.set(SignInCookies.Kind.DEVICE, secret, DeviceRegistry.KEPT));
		}
	}

	/** Adds the cookie to the answer of who has signed in at our pages. */
	public void leaveAtPages(String secret, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				this.cookies.set(SignInCookies.Kind.PAGE_DEVICE, secret, DeviceRegistry.KEPT));
	}

}
