package org.parley.auth.oauth.protocol;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.platform.web.problem.Problems;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 405 to methods that an endpoint of programs does not have. Spring's filters
 * know their own methods only; what they pass on would be asked for a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2.3">RFC 9126, 2.3</a>
 */
@Component
@Order(MetadataHeadFilter.BEFORE_SECURITY)
final class EndpointMethodFilter extends OncePerRequestFilter {

	private static final List<String> POST = List.of("POST", "OPTIONS");

	private static final Map<String, List<String>> METHODS = Map.of(ProviderEndpoints.TOKEN, POST,
			ProviderEndpoints.REVOCATION, POST, ProviderEndpoints.INTROSPECTION, POST, ProviderEndpoints.PUSHED, POST,
			ProviderEndpoints.DEVICE_AUTHORIZATION, POST, ProviderEndpoints.JWKS, List.of("GET", "HEAD", "OPTIONS"),
			ProviderEndpoints.USER_INFO, List.of("GET", "HEAD", "POST", "OPTIONS"));

	private final Problems problems;

	EndpointMethodFilter(Problems problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var methods = METHODS.getOrDefault(request.getRequestURI(), List.of(request.getMethod()));
		if (methods.contains(request.getMethod())) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
		this.problems.write(request, response, HttpStatus.METHOD_NOT_ALLOWED);
	}

}
