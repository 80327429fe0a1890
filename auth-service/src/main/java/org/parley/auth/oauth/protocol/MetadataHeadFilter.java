package org.parley.auth.oauth.protocol;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers HEAD at the addresses of metadata like GET, of which the server drops the body.
 * Spring's filters for metadata know GET only, and monitors ask with HEAD.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.1">RFC 9110, section
 * 9.1</a>
 */
@Component
@Order(MetadataHeadFilter.BEFORE_SECURITY)
final class MetadataHeadFilter extends OncePerRequestFilter {

	static final int BEFORE_SECURITY = -101;

	private static final String METADATA = "/.well-known/";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.HEAD.matches(request.getMethod()) || !isMetadata(request.getRequestURI());
	}

	private static boolean isMetadata(String path) {
		return path.startsWith(METADATA) || path.equals(ProviderEndpoints.JWKS);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public String getMethod() {
				return HttpMethod.GET.name();
			}

		}, response);
	}

}
