package org.parley.auth.oauth.browser;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * What the filter chains have in common that know people by their browsers: who is signed
 * in, whether a form is ours, and no session of the server's.
 */
@Component
public class BrowserSecurityConfigurer {

	/** Where people sign in. */
	public static final String SIGN_IN = "/oauth2/login";

	private final SecurityContextRepository contexts;

	private final CookieCsrfTokens tokens;

	BrowserSecurityConfigurer(SecurityContextRepository contexts, CookieCsrfTokens tokens) {
		this.contexts = contexts;
		this.tokens = tokens;
	}

	/**
	 * Protects pages: every form carries a token.
	 * @param refusals what answers a form that is not ours, or not any more
	 */
	public void protectPages(HttpSecurity http, AccessDeniedHandler refusals) {
		know(http, refusals);
		http.csrf((csrf) -> csrf.csrfTokenRepository(this.tokens).sessionAuthenticationStrategy((_, _, _) -> {
		}));
	}

	/**
	 * Protects the endpoints of Spring's authorization server that our forms are posted
	 * to: the answer of the consent page, and the code of a device. What others may post
	 * from their own sites, such as an authentication request of OpenID Connect, goes
	 * through.
	 * @param refusals what answers a form that is not ours, or not any more
	 */
	public void protectEndpoints(HttpSecurity http, AccessDeniedHandler refusals) {
		know(http, refusals);
		http.csrf((csrf) -> csrf.csrfTokenRepository(this.tokens).sessionAuthenticationStrategy((_, _, _) -> {
		}));
		http.addFilterAfter(new AuthorizationFormCsrfFilter(this.tokens, answers(), refusals), CsrfFilter.class);
	}

	/** Sends who is not signed in to the page for that, and back afterwards. */
	public AuthenticationEntryPoint askToSignIn() {
		return BrowserSecurityConfigurer::askToSignIn;
	}

	private void know(HttpSecurity http, AccessDeniedHandler refusals) {
		http.securityContext((context) -> context.securityContextRepository(this.contexts))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.exceptionHandling(
					(exceptions) -> exceptions.accessDeniedHandler(refusals).authenticationEntryPoint(askToSignIn()));
	}

	private static RequestMatcher answers() {
		var consent = new AndRequestMatcher(post("/oauth2/authorize"),
				(request) -> request.getParameter("response_type") == null);
		return new OrRequestMatcher(consent, post("/oauth2/device_verification"));
	}

	private static RequestMatcher post(String path) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
	}

	private static void askToSignIn(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException {
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION,
				Continuation.of(request).map((next) -> next.by(SIGN_IN)).orElse(SIGN_IN));
	}

}
