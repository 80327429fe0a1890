package org.parley.auth.oauth.request;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a browser shows when a request of an app cannot be answered to the app. */
public interface ProblemPage {

	/**
	 * Shows it, with status 400.
	 * @param request of an app that is unknown, or gave an address that is not its own
	 * @param response to the browser
	 * @param code of the error, as OAuth names it; nothing else of the request is to be
	 * shown
	 * @throws IOException if the browser is gone
	 */
	void show(HttpServletRequest request, HttpServletResponse response, String code) throws IOException;

}
