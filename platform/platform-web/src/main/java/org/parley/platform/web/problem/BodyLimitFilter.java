package org.parley.platform.web.problem;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over 256 KiB, by their declared length or while they are read. */
public final class BodyLimitFilter extends OncePerRequestFilter {

	static final int LARGEST = 256 * 1024;

	private final Problems problems;

	public BodyLimitFilter(Problems problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > LARGEST) {
			var known = HttpProblem.of(HttpStatus.CONTENT_TOO_LARGE);
			this.problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, known.code(), known.detail());
			return;
		}
		var announced = request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null;
		chain.doFilter(announced ? request : new Limited(request), response);
	}

	/** The body exceeds the limit. */
	static final class BodyTooLargeException extends IOException {

	}

	private static final class Limited extends HttpServletRequestWrapper {

		Limited(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream());
		}

	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private int read;

		LimitedStream(ServletInputStream body) {
			this.body = body;
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
			if (this.read > LARGEST) {
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
