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
 * Gives requests the public address of the gateway, whatever their {@code Host} header:
 * proofs are made for that address, and responses contain it.
 */
final class PublicAddressFilter extends OncePerRequestFilter {

	private final URI address;

	PublicAddressFilter(URI address) {
		this.address = address;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new PublicRequest(request, this.address), response);
	}

	/** The request at the public address. */
	private static final class PublicRequest extends HttpServletRequestWrapper {

		private final URI address;

		PublicRequest(HttpServletRequest request, URI address) {
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
