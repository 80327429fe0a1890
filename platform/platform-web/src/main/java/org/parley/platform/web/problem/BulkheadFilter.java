package org.parley.platform.web.problem;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.platform.web.request.OperatorPaths;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests while too many others are in progress, with 503 and
 * {@code Retry-After}. Virtual threads have no other limit: requests that arrive faster
 * than they are answered would fill the heap, and be answered too late. Operators'
 * requests are never refused, because an instance at its limit is not ill.
 */
public final class BulkheadFilter extends OncePerRequestFilter {

	private static final String ADMISSION = BulkheadFilter.class.getName() + ".admission";

	private final Supplier<RequestBulkhead> bulkheads;

	private final Problems problems;

	public BulkheadFilter(Supplier<RequestBulkhead> bulkheads, Problems problems) {
		this.bulkheads = bulkheads;
		this.problems = problems;
	}

	/**
	 * Admits another request, because this one has nothing left to do but wait for its
	 * client to read a long answer. Such answers need a limit of their own.
	 */
	public static void admitAnother(HttpServletRequest request) {
		if (request.getAttribute(ADMISSION) instanceof Admission admission) {
			admission.end();
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return OperatorPaths.contain(request.getRequestURI());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var bulkhead = this.bulkheads.get();
		if (!bulkhead.tryEnter()) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			this.problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
					"The service has too many requests in progress.");
			return;
		}
		var admission = new Admission(bulkhead, new AtomicBoolean());
		request.setAttribute(ADMISSION, admission);
		try {
			chain.doFilter(request, response);
		}
		finally {
			admission.end();
		}
	}

	/** A request's place in a bulkhead, which it leaves once. */
	private record Admission(RequestBulkhead bulkhead, AtomicBoolean ended) {

		void end() {
			if (this.ended.compareAndSet(false, true)) {
				this.bulkhead.leave();
			}
		}

	}

}
