package org.parley.auth.oauth.page;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Redirects a browser with status 303, after forms too. */
public final class SeeOtherRedirect {

	private SeeOtherRedirect() {
	}

	/** Redirects to a trusted address, which no cache keeps. */
	public static void send(String address, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION, address);
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
	}

	/** Redirects to a trusted address, without expanding or appending anything. */
	public static ModelAndView to(String address) {
		var redirect = new ModelAndView(
				(model, request, response) -> response.setHeader(HttpHeaders.LOCATION, address));
		redirect.setStatus(HttpStatus.SEE_OTHER);
		return redirect;
	}

}
