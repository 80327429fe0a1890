package org.parley.auth.oauth.page;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Sends a browser on with GET, after a form too. */
public final class SeeOtherRedirect {

	private SeeOtherRedirect() {
	}

	/**
	 * To an address that was made here: as it is, nothing in it is filled in or added.
	 */
	public static ModelAndView to(String address) {
		var going = new ModelAndView((model, request, response) -> response.setHeader(HttpHeaders.LOCATION, address));
		going.setStatus(HttpStatus.SEE_OTHER);
		return going;
	}

}
