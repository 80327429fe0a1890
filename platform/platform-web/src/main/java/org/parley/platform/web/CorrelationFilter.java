package org.parley.platform.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its {@link RequestOrigin}. The trace is taken from
 * {@code traceparent}, else begun; the correlation id from {@code X-Correlation-Id}, else
 * it is the id of a trace that was taken over, else made. Logged, returned, and carried
 * by events.
 */
public final class CorrelationFilter extends OncePerRequestFilter {

	/** The header that carries the correlation id, both ways. */
	public static final String HEADER = "X-Correlation-Id";

	private static final String ATTRIBUTE = RequestOrigin.class.getName();

	private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	/** The id of the request that this thread serves, or null outside of requests. */
	public static @Nullable String current() {
		var origin = RequestOrigin.current();
		return (origin != null) ? origin.correlationId() : null;
	}

	/** The id of a request, also after its thread has left this filter. */
	public static @Nullable String of(HttpServletRequest request) {
		var origin = (RequestOrigin) request.getAttribute(ATTRIBUTE);
		return (origin != null) ? origin.correlationId() : null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var origin = originOf(request);
		request.setAttribute(ATTRIBUTE, origin);
		response.setHeader(HEADER, origin.correlationId());
		try (var _ = origin.open()) {
			chain.doFilter(request, response);
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static RequestOrigin originOf(HttpServletRequest request) {
		var known = (RequestOrigin) request.getAttribute(ATTRIBUTE);
		if (known != null) {
			return known;
		}
		var trace = TraceParent.parse(request.getHeader(TraceParent.HEADER));
		var given = request.getHeader(HEADER);
		var id = (given != null && ACCEPTED.matcher(given).matches()) ? given
				: trace.map(TraceParent::id).orElseGet(Ids::next);
		return new RequestOrigin(id, trace.orElseGet(TraceParent::begin));
	}

}
