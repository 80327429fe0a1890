package org.parley.auth.oauth.browser;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.platform.domain.ConstantTime;

import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Requires the CSRF token of our forms at endpoints of Spring's authorization server,
 * which exempts them from Spring Security's own check.
 */
final class AuthorizationFormCsrfFilter extends OncePerRequestFilter {

	private final CookieCsrfTokens tokens;

	private final RequestMatcher forms;

	private final AccessDeniedHandler accessDeniedHandler;

	private final XorCsrfTokenRequestAttributeHandler tokenHandler = new XorCsrfTokenRequestAttributeHandler();

	AuthorizationFormCsrfFilter(CookieCsrfTokens tokens, RequestMatcher forms,
			AccessDeniedHandler accessDeniedHandler) {
		this.tokens = tokens;
		this.forms = forms;
		this.accessDeniedHandler = accessDeniedHandler;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.forms.matches(request) && !hasValidToken(request)) {
			this.accessDeniedHandler.handle(request, response, new MissingCsrfTokenException(null));
			return;
		}
		chain.doFilter(request, response);
	}

	private boolean hasValidToken(HttpServletRequest request) {
		var expected = this.tokens.loadToken(request);
		if (expected == null) {
			return false;
		}
		var actual = this.tokenHandler.resolveCsrfTokenValue(request, expected);
		return actual != null && ConstantTime.isEqual(actual, expected.getToken());
	}

}
