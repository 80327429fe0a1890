package org.parley.auth.oauth.protocol;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.page.SeeOtherRedirect;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Redirects to the page with the outcome of a device verification. */
final class DeviceResponseHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final String page;

	DeviceResponseHandler(String page) {
		this.page = page;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		SeeOtherRedirect.send(this.page + "/done", response);
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) {
		SeeOtherRedirect.send(this.page + "/failed", response);
	}

}
