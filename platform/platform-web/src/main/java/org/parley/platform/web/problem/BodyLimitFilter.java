package org.parley.platform.web.problem;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses bodies over 256 KiB, or the larger limit of their path, by their declared
 * length or while they are read.
 */
public final class BodyLimitFilter extends OncePerRequestFilter {

	static final int LARGEST = 256 * 1024;

	private final Problems problems;

	private final Map<PathPattern, DataSize> largeBodies = new LinkedHashMap<>();

	public BodyLimitFilter(Problems problems, Map<String, DataSize> largeBodies) {
		this.problems = problems;
		largeBodies.forEach(
				(pattern, largest) -> this.largeBodies.put(PathPatternParser.defaultInstance.parse(pattern), largest));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var largest = largest(request);
		if (request.getContentLengthLong() > largest) {
			var known = HttpProblem.of(HttpStatus.CONTENT_TOO_LARGE);
			this.problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, known.code(), known.detail());
			return;
		}
		var announced = request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null;
		chain.doFilter(announced ? request : new Limited(request, largest), response);
	}

	private long largest(HttpServletRequest request) {
		if (this.largeBodies.isEmpty()) {
			return LARGEST;
		}
		var path = PathContainer.parsePath(request.getRequestURI());
		return this.largeBodies.entrySet()
			.stream()
			.filter((large) -> large.getKey().matches(path))
			.mapToLong((large) -> large.getValue().toBytes())
			.findFirst()
			.orElse(LARGEST);
	}

	/** The body exceeds the limit. */
	static final class BodyTooLargeException extends IOException {

	}

	private static final class Limited extends HttpServletRequestWrapper {

		private final long largest;

		Limited(HttpServletRequest request, long largest) {
			super(request);
			this.largest = largest;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream(), this.largest);
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final long largest;

		private long read;

		LimitedStream(ServletInputStream body, long largest) {
			this.body = body;
			this.largest = largest;
		}

		@Override
		public int read() throws IOException {
			var next = this.body.read();
			count((next < 0) ? 0 : 1);
			return next;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			return count(((InputStream) this.body).read(target, offset, length));
		}

		private int count(int bytes) throws BodyTooLargeException {
			this.read += Math.max(bytes, 0);
			if (this.read > this.largest) {
				throw new BodyTooLargeException();
			}
			return bytes;
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
