package org.parley.platform.security;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Addresses where no token is looked at, so that one that counts no more keeps nobody
 * from what they do without. A service that has some declares one bean.
 *
 * @param paths whole paths
 */
public record TokenlessPaths(Set<String> paths) {

	boolean covers(HttpServletRequest request) {
		return this.paths.contains(request.getRequestURI());
	}

}
