package org.parley.auth.tokens.session;

import java.time.InstantSource;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.user.Users;
import org.parley.platform.security.CallerClaims;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses access tokens of ended sessions, of revoked personal tokens and grants, and of
 * older token versions. This service owns that state and needs no revocation list.
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
				&& !isActive(caller.getToken())) {
			throw new InvalidBearerTokenException("The session has ended");
		}
		return true;
	}

	/** A client that acts for no user has no session, and only the rights of a guest. */
	private boolean isActive(Jwt token) {
		if (!CallerClaims.callerOf(token).isPerson()) {
			return true;
		}
		if (!(token.getClaim("sid") instanceof String sid) || !(token.getClaim("ver") instanceof Number version)) {
			return false;
		}
		return this.grants.stream().anyMatch((kind) -> kind.isActive(sid, token.getSubject(), this.clock.instant()))
				&& this.users.findById(token.getSubject())
					.filter((user) -> version.intValue() >= user.tokenVersion())
					.isPresent();
	}

}
