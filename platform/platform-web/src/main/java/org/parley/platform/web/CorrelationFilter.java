package org.parley.platform.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a correlation id: taken from {@code X-Correlation-Id}, else the
 * trace id of {@code traceparent}, else made; logged, returned, and carried by events.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public final class CorrelationFilter extends OncePerRequestFilter {

	/** The header that carries the id, both ways. */
	public static final String HEADER = "X-Correlation-Id";

	private static final String KEY = "correlationId";

	private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

	/** The id of the request that this thread serves, or null outside of requests. */
	public static @Nullable String current() {
		return MDC.get(KEY);
	}

	/** The id of a request, also after its thread has left this filter. */
	public static @Nullable String of(HttpServletRequest request) {
		return (String) request.getAttribute(KEY);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var id = idOf(request);
		request.setAttribute(KEY, id);
		response.setHeader(HEADER, id);
		MDC.put(KEY, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(KEY);
		}
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static String idOf(HttpServletRequest request) {
		var known = of(request);
		if (known != null) {
			return known;
		}
		var given = request.getHeader(HEADER);
		if (given != null && ACCEPTED.matcher(given).matches()) {
			return given;
		}
		var parent = request.getHeader("traceparent");
		var trace = (parent != null) ? TRACEPARENT.matcher(parent) : null;
		return (trace != null && trace.matches()) ? trace.group(1) : Ids.next();
	}

}
