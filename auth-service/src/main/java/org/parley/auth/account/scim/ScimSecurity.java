package org.parley.auth.account.scim;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.account.directory.DirectoryToken;
import org.parley.auth.account.directory.ManageDirectoryTokens;
import org.parley.platform.domain.Caller;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Admits directories by their tokens. The filter chain permits all requests, because an
 * interceptor answers with the errors of the protocol.
 */
@Configuration(proxyBeanMethods = false)
class ScimSecurity implements WebMvcConfigurer {

	/** The path of the protocol. */
	static final String PATH = "/scim/v2";

	/** The request attribute with the directory, a {@link Caller} without rights. */
	static final String DIRECTORY = "directory";

	private static final String ALL = PATH + "/**";

	private static final String BEARER = "Bearer ";

	private final ManageDirectoryTokens tokens;

	ScimSecurity(ManageDirectoryTokens tokens) {
		this.tokens = tokens;
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 21)
	SecurityFilterChain scim(HttpSecurity http, ProcessRole processRole) {
		var here = PathPatternRequestMatcher.withDefaults().matcher(ALL);
		return http.securityMatcher((request) -> processRole.answers() && here.matches(request))
			.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new TokenInterceptor(this.tokens)).addPathPatterns(ALL);
	}

	/**
	 * Requires the token of a directory for every method of a controller; other paths do
	 * not exist.
	 */
	private record TokenInterceptor(ManageDirectoryTokens tokens) implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			if (!(handler instanceof HandlerMethod)) {
				return true;
			}
			var authorization = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
			var secret = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
					? authorization.substring(BEARER.length()).strip() : "";
			request.setAttribute(DIRECTORY, this.tokens.find(secret).map(TokenInterceptor::caller).orElseThrow(() -> {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
						secret.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
				return new ScimException(HttpStatus.UNAUTHORIZED, null, "The token is invalid or was revoked.");
			}));
			return true;
		}

		private static Caller caller(DirectoryToken token) {
			return new Caller(token.id(), DIRECTORY, token.description(), "", Set.of(), Set.of());
		}

	}

}
