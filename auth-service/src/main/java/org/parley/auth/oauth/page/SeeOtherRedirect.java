package org.parley.auth.oauth.page;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Redirects a browser with status 303, after forms too. */
public final class SeeOtherRedirect {

	private SeeOtherRedirect() {
	}

	/** Redirects to a trusted address, without expanding or appending anything. */
	public static ModelAndView to(String address) {
		var redirect = new ModelAndView(
				(model, request, response) -> response.setHeader(HttpHeaders.LOCATION, address));
		redirect.setStatus(HttpStatus.SEE_OTHER);
		return redirect;
	}

}
