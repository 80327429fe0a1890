package org.parley.auth.oauth.request;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.page.ProblemPage;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Shows errors in the browser that cannot be redirected to the app. */
public final class BrowserProblem {

	private BrowserProblem() {
	}

	/** Shows the error with status 400. */
	public static void show(HttpServletRequest request, HttpServletResponse response, OAuth2Error error)
			throws IOException, ServletException {
		ProblemPage.show(request, response, HttpStatus.BAD_REQUEST, kind(error));
	}

	public static OAuth2Error of(AuthenticationException failure) {
		return (failure instanceof OAuth2AuthenticationException known) ? known.getError()
				: new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST);
	}

	/** Spring names the invalid parameter in the description only. */
	private static ProblemPage.Kind kind(OAuth2Error error) {
		var about = String.valueOf(error.getDescription());
		if (about.endsWith("client_id")) {
			return ProblemPage.Kind.APP;
		}
		if (about.endsWith("redirect_uri")) {
			return ProblemPage.Kind.REDIRECT;
		}
		return switch (error.getErrorCode()) {
			case OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.ACCESS_DENIED -> ProblemPage.Kind.ENDED;
			default -> about.endsWith("state") ? ProblemPage.Kind.ENDED : ProblemPage.Kind.REQUEST;
		};
	}

}
