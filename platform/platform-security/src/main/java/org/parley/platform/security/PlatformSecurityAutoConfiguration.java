package org.parley.platform.security;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import org.parley.platform.web.problem.Problems;
import org.parley.platform.web.request.OperatorPaths;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A resource server that denies by default. It accepts access tokens of Parley's issuer
 * ({@code parley.public-url}) for the audience {@code parley}, signed with a key of the
 * issuer's JWKS.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068, section 4</a>
 */
@AutoConfiguration(after = PlatformWebAutoConfiguration.class, before = OAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ SecurityProblemAdvice.class, IssuerConfiguration.class, Authentications.class, ProcessRules.class })
public class PlatformSecurityAutoConfiguration implements WebMvcConfigurer {

	private static final String[] PERMITTED = Stream
		.concat(OperatorPaths.patterns(), Stream.of("/openapi.json", "/error"))
		.toArray(String[]::new);

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	/** Without a requirement besides it, generated clients would refuse guests. */
	@Bean
	GlobalOperationCustomizer bearerTokenCustomizer() {
		return (operation, method) -> {
			Stream.of(method.getMethodParameters())
				.filter((parameter) -> parameter.getParameterType() == Caller.class)
				.forEach((caller) -> {
					operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
					if (caller.isOptional()) {
						operation.addSecurityItem(new SecurityRequirement());
					}
				});
			return operation;
		};
	}

	/** Operator endpoints always require authentication. */
	@Bean
	OpenApiCustomizer operatorTokenCustomizer() {
		return (document) -> Objects.requireNonNullElseGet(document.getPaths(), Paths::new)
			.entrySet()
			.stream()
			.filter((path) -> path.getKey().startsWith("/api/v1/admin/"))
			.flatMap((path) -> path.getValue().readOperations().stream())
			.forEach((operation) -> operation.setSecurity(List.of(new SecurityRequirement().addList("bearer"))));
	}

	/** The rules of platform starters, which precede those of the service. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	AccessRules operatorRules(@Value("${spring.application.name:service}") String service, RoleHierarchy roles) {
		return (requests) -> requests.requestMatchers("/api/v1/admin/" + service + "/**")
			.access(AccessRules.may("admin", "admin", roles));
	}

	@Bean
	SecurityFilterChain apiSecurityFilterChain(HttpSecurity http, ProcessRules processRules, Problems problems,
			Authentications authentications, @Value("${parley.public-url}") String publicUrl) {
		var resource = new ProtectedResource(publicUrl);
		var refusals = new SecurityProblems(problems, resource);
		var failures = failuresTo(refusals);
		var chain = http.csrf(AbstractHttpConfigurer::disable)
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.exceptionHandling(
					(exceptions) -> exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(refusals)
				.accessDeniedHandler(refusals)
				.protectedResourceMetadata(
						(metadata) -> metadata.protectedResourceMetadataCustomizer(resource::describe))
				.bearerTokenResolver(authentications.bearer())
				.withObjectPostProcessor(leadingTo(failures))
				.jwt((jwt) -> jwt.jwtAuthenticationConverter(Authentications::ofBearer)))
			.authorizeHttpRequests((requests) -> {
				requests.requestMatchers(PERMITTED).permitAll();
				processRules.apply(requests);
				requests.anyRequest().denyAll();
			})
			.build();
		authentications.install(chain, failures);
		return chain;
	}

	/**
	 * Leaves names of parameters and values of headers to their readers, which refuse
	 * them with a problem document. The firewall throws when they are read, in
	 * controllers and during the answer, too.
	 */
	@Bean
	HttpFirewall httpFirewall() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterNames((name) -> true);
		firewall.setAllowedHeaderValues((value) -> true);
		return firewall;
	}

	/** No metric or trace shows single filters and decisions, so none is observed. */
	@Bean
	SecurityObservationSettings securityObservationSettings() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role("admin")
			.implies("moderator")
			.role("moderator")
			.implies("user")
			.build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CallerArgumentResolver());
	}

	/**
	 * Catches all exceptions, so that an unverifiable token becomes a failed
	 * authentication.
	 */
	private static AuthenticationFailureHandler failuresTo(AuthenticationEntryPoint refusals) {
		var failures = new AuthenticationEntryPointFailureHandler(refusals);
		failures.setRethrowAuthenticationServiceException(false);
		return failures;
	}

	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> leadingTo(
			AuthenticationFailureHandler failures) {
		return new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {

			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(failures);
				return filter;
			}

		};
	}

}
