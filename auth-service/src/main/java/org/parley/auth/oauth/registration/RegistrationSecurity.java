package org.parley.auth.oauth.registration;

import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Permits all requests: the controller validates initial and registration access tokens
 * itself.
 */
@Configuration(proxyBeanMethods = false)
class RegistrationSecurity {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE + 20)
	SecurityFilterChain registrationSecurityFilterChain(HttpSecurity http, ProcessRole processRole) {
		var paths = PathPatternRequestMatcher.withDefaults();
		var here = new OrRequestMatcher(paths.matcher(RegistrationController.PATH),
				paths.matcher(RegistrationController.PATH + "/*"));
		return http.securityMatcher((request) -> processRole.answers() && here.matches(request))
			.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

}
