package org.parley.auth.oauth.protocol;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
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
		send(response, "/done");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) {
		send(response, "/failed");
	}

	private void send(HttpServletResponse response, String outcome) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION, this.page + outcome);
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
	}

}
