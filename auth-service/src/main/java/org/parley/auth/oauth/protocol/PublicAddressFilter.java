package org.parley.auth.oauth.protocol;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows a request as it was sent to the gateway: proofs are made for that address, and
 * answers name it, whatever {@code Host} came.
 */
final class PublicAddressFilter extends OncePerRequestFilter {

	private final URI address;

	PublicAddressFilter(URI address) {
		this.address = address;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Public(request, this.address), response);
	}

	/** The same request at another address. */
	private static final class Public extends HttpServletRequestWrapper {

		private final URI address;

		Public(HttpServletRequest request, URI address) {
			super(request);
			this.address = address;
		}

		@Override
		public String getScheme() {
			return this.address.getScheme();
		}

		@Override
		public String getServerName() {
			return this.address.getHost();
		}

		@Override
		public int getServerPort() {
			if (this.address.getPort() >= 0) {
				return this.address.getPort();
			}
			return isSecure() ? 443 : 80;
		}

		@Override
		public boolean isSecure() {
			return "https".equalsIgnoreCase(this.address.getScheme());
		}

		@Override
		public StringBuffer getRequestURL() {
			return new StringBuffer(this.address + getRequestURI());
		}

	}

}
