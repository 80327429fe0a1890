package org.parley.forum.view;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;

/**
 * Somebody has opened a thread.
 *
 * @param threadId the thread
 * @param visitor tells visitors of this thread apart
 */
record ThreadViewed(String threadId, String visitor) {

	/** People are known by their id, guests by address and browser. */
	static ThreadViewed of(String threadId, HttpServletRequest request) {
		var person = request.getUserPrincipal();
		var who = (person != null) ? person.getName() : address(request) + request.getHeader(HttpHeaders.USER_AGENT);
		return new ThreadViewed(threadId,
				DigestUtils.md5DigestAsHex((threadId + who).getBytes(StandardCharsets.UTF_8)));
	}

	/** The gateway says who calls it; nobody else reaches this service. */
	private static String address(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getHeader("X-Forwarded-For"), request.getRemoteAddr());
	}

}
