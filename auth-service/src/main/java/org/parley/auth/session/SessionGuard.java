package org.parley.auth.session;

import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.user.Users;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses tokens of sessions that ended and of older token versions at once: this service
 * owns both and need not wait for anybody's news.
 */
@Component
class SessionGuard implements HandlerInterceptor, WebMvcConfigurer {

	private final Sessions sessions;

	private final Users users;

	private final InstantSource clock;

	SessionGuard(Sessions sessions, Users users, InstantSource clock) {
		this.sessions = sessions;
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

	private boolean counts(Jwt token) {
		if (!(token.getClaim("sid") instanceof String sid) || !(token.getClaim("ver") instanceof Number version)) {
			return false;
		}
		var live = this.sessions.findById(sid)
			.filter((session) -> session.isLive(this.clock.instant()) && session.userId().equals(token.getSubject()))
			.map(Session::userId);
		return live.flatMap(this.users::findById)
			.filter((user) -> version.intValue() >= user.tokenVersion())
			.isPresent();
	}

}
