package org.parley.platform.test.endpoint;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The access rules of a service with nothing before and nothing behind them. */
public final class DeclaredAccess {

	/** The roles of the platform. */
	public static final RoleHierarchy ROLES = RoleHierarchyImpl.withDefaultRolePrefix()
		.role("admin")
		.implies("moderator")
		.role("moderator")
		.implies("user")
		.build();

	private static final Authentication GUEST = new AnonymousAuthenticationToken("guest", "guest",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final AuthorizationManager<HttpServletRequest> rules;

	private DeclaredAccess(AuthorizationManager<HttpServletRequest> rules) {
		this.rules = rules;
	}

	/** Denies what these rules do not mention, as the platform does. */
	public static DeclaredAccess of(
			Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> rules) {
		var context = new AnnotationConfigWebApplicationContext();
		context.setServletContext(new MockServletContext());
		context.register(WebSecurity.class);
		context.refresh();
		var chain = context.getBean(HttpSecurity.class).authorizeHttpRequests((requests) -> {
			rules.customize(requests);
			requests.anyRequest().denyAll();
		}).build();
		return new DeclaredAccess(chain.getFilters()
			.stream()
			.filter(AuthorizationFilter.class::isInstance)
			.map((filter) -> ((AuthorizationFilter) filter).getAuthorizationManager())
			.findFirst()
			.orElseThrow());
	}

	/** Whether a request without a token is permitted. */
	boolean permitsGuest(Endpoint endpoint) {
		return permits(endpoint, GUEST);
	}

	/** Whether a person of a role, by a token with these scopes, is permitted. */
	boolean permits(Endpoint endpoint, String role, List<String> scopes) {
		var authorities = Stream.concat(Stream.of("ROLE_" + role), scopes.stream().map("SCOPE_"::concat));
		return permits(endpoint, new TestingAuthenticationToken("someone", "", authorities.toArray(String[]::new)));
	}

	private boolean permits(Endpoint endpoint, Authentication person) {
		var path = "/api/v1" + endpoint.pathOf("01JZZZZZZZZZZZZZZZZZZZZZZX");
		var request = new MockHttpServletRequest(endpoint.method(), path);
		request.setServletPath(path);
		return Objects.requireNonNull(this.rules.authorize(() -> person, request)).isGranted();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class WebSecurity {

	}

}
