package org.parley.platform.web.problem;

import java.io.IOException;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.platform.web.OperatorPaths;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests while too many others are in progress, with 503 and
 * {@code Retry-After}. Each takes a virtual thread and its buffers, which nothing else
 * limits: requests that arrive faster than they are answered would fill the heap.
 * Operators' requests are never refused, because an instance at its limit is not ill.
 */
public final class BulkheadFilter extends OncePerRequestFilter {

	private final Supplier<Bulkhead> bulkheads;

	private final Problems problems;

	public BulkheadFilter(Supplier<Bulkhead> bulkheads, Problems problems) {
		this.bulkheads = bulkheads;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return OperatorPaths.contain(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var bulkhead = this.bulkheads.get();
		if (!bulkhead.tryAcquirePermission()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			this.problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
					"The service has too many requests in progress.");
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			bulkhead.onComplete();
		}
	}

}
