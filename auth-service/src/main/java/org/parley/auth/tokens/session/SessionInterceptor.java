package org.parley.auth.tokens.session;

import java.time.InstantSource;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses tokens of sessions that ended, of personal tokens that were revoked, and of
 * older token versions at once: this service owns both and need not wait for anybody's
 * news.
 */
@Component
class SessionInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	private final List<TokenGrants> grants;

	private final Users users;

	private final InstantSource clock;

	SessionInterceptor(List<TokenGrants> grants, Users users, InstantSource clock) {
		this.grants = grants;
		this.users = users;
		this.clock = clock;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller
				&& !counts(caller.getToken())) {
			throw new InvalidBearerTokenException("The session has ended");
		}
		return true;
	}

	/** A program that acts for nobody has no session, and no rights but a guest's. */
	private boolean counts(Jwt token) {
		if (!Caller.of(token).isPerson()) {
			return true;
		}
		if (!(token.getClaim("sid") instanceof String sid) || !(token.getClaim("ver") instanceof Number version)) {
			return false;
		}
		return this.grants.stream().anyMatch((kind) -> kind.counts(sid, token.getSubject(), this.clock.instant()))
				&& this.users.findById(token.getSubject())
					.filter((user) -> version.intValue() >= user.tokenVersion())
					.isPresent();
	}

}
