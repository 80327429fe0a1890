package org.parley.auth.oauth.browser;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/**
 * Configures the filter chains for browsers: the signed-in user, CSRF protection, and no
 * servlet session.
 */
@Component
public class BrowserSecurityConfigurer {

	/** Path of the sign-in page. */
	public static final String SIGN_IN = "/oauth2/login";

	private final SecurityContextRepository contexts;

	private final CookieCsrfTokens tokens;

	BrowserSecurityConfigurer(SecurityContextRepository contexts, CookieCsrfTokens tokens) {
		this.contexts = contexts;
		this.tokens = tokens;
	}

	/** Protects pages: every form has a CSRF token. */
	public void protectPages(HttpSecurity http, AccessDeniedHandler accessDeniedHandler) {
		configure(http, accessDeniedHandler);
	}

	/**
	 * Protects the endpoints of Spring's authorization server that our forms post to: the
	 * answer of the consent page and the code of a device. Requests that other sites may
	 * post, such as OpenID Connect authentication requests, need no token.
	 */
	public void protectEndpoints(HttpSecurity http, AccessDeniedHandler accessDeniedHandler) {
		configure(http, accessDeniedHandler);
		http.addFilterAfter(
				new AuthorizationFormCsrfFilter(this.tokens, ProviderEndpoints.OWN_FORMS, accessDeniedHandler),
				CsrfFilter.class);
	}

	/** Redirects to the sign-in page, which returns to the requested page. */
	public AuthenticationEntryPoint redirectToSignIn() {
		return BrowserSecurityConfigurer::redirectToSignIn;
	}

	private void configure(HttpSecurity http, AccessDeniedHandler accessDeniedHandler) {
		http.securityContext((context) -> context.securityContextRepository(this.contexts))
			.csrf((csrf) -> csrf.csrfTokenRepository(this.tokens)
				.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling((exceptions) -> exceptions.accessDeniedHandler(accessDeniedHandler)
				.authenticationEntryPoint(redirectToSignIn()));
	}

	private static void redirectToSignIn(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException {
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION,
				Continuation.of(request).map((next) -> next.through(SIGN_IN)).orElse(SIGN_IN));
	}

}
