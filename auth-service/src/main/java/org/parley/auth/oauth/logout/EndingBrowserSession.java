package org.parley.auth.oauth.logout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.person.Person;

/** Signs somebody out at our pages. */
public interface EndingBrowserSession {

	/**
	 * Ends the session that the browser has, and lets it forget it.
	 * @param person who is signed in there
	 * @param request of the browser
	 * @param response to it
	 */
	void end(Person person, HttpServletRequest request, HttpServletResponse response);

}
