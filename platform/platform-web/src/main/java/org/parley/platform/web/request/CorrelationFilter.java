package org.parley.platform.web.request;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.runtime.tracing.TraceParent;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its {@link RequestOrigin}. It continues the span of the request, or
 * without tracing the trace of {@code traceparent}, or starts one. The correlation id is
 * {@code X-Correlation-Id}, else the id of a continued trace, else a new id. It appears
 * in logs, in the response and in events.
 */
public final class CorrelationFilter extends OncePerRequestFilter {

	/** The request and response header of the correlation id. */
	public static final String HEADER = "X-Correlation-Id";

	private static final String ATTRIBUTE = RequestOrigin.class.getName();

	private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

	private final SpanRecorder spans;

	/** Creates a filter that knows the spans of requests. */
	public CorrelationFilter(SpanRecorder spans) {
		this.spans = spans;
	}

	/**
	 * The correlation id of the current thread's request, or null outside of requests.
	 */
	public static @Nullable String current() {
		var origin = RequestOrigin.current();
		return (origin != null) ? origin.correlationId() : null;
	}

	/** The correlation id of a request, also on other threads. */
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

	private RequestOrigin originOf(HttpServletRequest request) {
		var known = (RequestOrigin) request.getAttribute(ATTRIBUTE);
		if (known != null) {
			return known;
		}
		var trace = TraceParent.parse(request.getHeader(TraceParent.HEADER));
		var given = request.getHeader(HEADER);
		var id = (given != null && ACCEPTED.matcher(given).matches()) ? given
				: trace.map(TraceParent::id).orElseGet(Ids::next);
		return new RequestOrigin(id, this.spans.current().or(() -> trace).orElseGet(TraceParent::begin));
	}

}
