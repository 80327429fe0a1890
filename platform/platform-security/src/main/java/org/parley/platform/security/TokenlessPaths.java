package org.parley.platform.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Paths that ignore access tokens, so that an expired token does not prevent an anonymous
 * request. A service with such paths declares one bean.
 */
public record TokenlessPaths(Set<String> paths) {

	boolean covers(HttpServletRequest request) {
		return this.paths.contains(request.getRequestURI());
	}

}
