package org.parley.forum.view;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.ClientAddress;

import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;

/**
 * A view of a thread.
 *
 * @param visitor a hash that distinguishes the visitors of this thread
 */
record ThreadViewed(String threadId, String visitor) {

	/** Identifies members by their id and guests by address and user agent. */
	static ThreadViewed of(String threadId, HttpServletRequest request) {
		var person = request.getUserPrincipal();
		return (person != null) ? by(person.getName(), threadId)
				: ofGuest(threadId, ClientAddress.of(request), request.getHeader(HttpHeaders.USER_AGENT));
	}

	static ThreadViewed ofGuest(String threadId, String address, @Nullable String userAgent) {
		return by(address + userAgent, threadId);
	}

	private static ThreadViewed by(String visitor, String threadId) {
		return new ThreadViewed(threadId,
				DigestUtils.md5DigestAsHex((threadId + visitor).getBytes(StandardCharsets.UTF_8)));
	}

}
