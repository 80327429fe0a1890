package org.parley.auth.oauth.protocol;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriUtils;

/** Says on the page of devices how it went: {@code ?done}, or {@code ?error=<code>}. */
final class DevicePage implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final String page;

	DevicePage(String page) {
		this.page = page;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		send(response, "?done");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) {
		var code = (failure instanceof OAuth2AuthenticationException known) ? known.getError().getErrorCode()
				: OAuth2ErrorCodes.INVALID_REQUEST;
		send(response, "?error=" + UriUtils.encode(code, StandardCharsets.UTF_8));
	}

	private void send(HttpServletResponse response, String how) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION, this.page + how);
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
	}

}
