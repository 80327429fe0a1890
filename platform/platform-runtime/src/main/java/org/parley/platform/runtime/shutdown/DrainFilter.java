package org.parley.platform.runtime.shutdown;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends each connection with its next response while a service stops. */
final class DrainFilter extends OncePerRequestFilter {

	private final DrainLifecycle drainLifecycle;

	DrainFilter(DrainLifecycle drainLifecycle) {
		this.drainLifecycle = drainLifecycle;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.drainLifecycle.isDraining()) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		chain.doFilter(request, response);
	}

}
