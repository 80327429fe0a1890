package org.parley.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.OperatorPaths;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import org.parley.platform.web.problem.Problems;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
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

	private static final String[] INSIDE = Stream.concat(OperatorPaths.patterns(), Stream.of("/openapi.json", "/error"))
		.toArray(String[]::new);

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
	}

	@Bean
	GlobalOperationCustomizer tokens() {
		return (operation,
				method) -> Stream.of(method.getMethodParameters())
					.anyMatch((parameter) -> parameter.getParameterType() == Caller.class)
							? operation.addSecurityItem(new SecurityRequirement().addList("bearer")) : operation;
	}

	/** Operator endpoints always require authentication. */
	@Bean
	OpenApiCustomizer operatorsTokens() {
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
	SecurityFilterChain api(HttpSecurity http, ProcessRules processRules, Problems problems,
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
				requests.requestMatchers(INSIDE).permitAll();
				processRules.apply(requests);
				requests.anyRequest().denyAll();
			})
			.build();
		authentications.install(chain, failures);
		return chain;
	}

	/** No metric or trace shows single filters and decisions, so none is observed. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	RoleHierarchy roles() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role("admin")
			.implies("moderator")
			.role("moderator")
			.implies("user")
			.build();
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CallerResolver());
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

	/** Resolves controller arguments of type {@link Caller}. */
	static final class CallerResolver implements HandlerMethodArgumentResolver {

		/** Whether parameters accept guests, which reflection tells slowly. */
		private final Map<MethodParameter, Boolean> optional = new ConcurrentHashMap<>();

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Caller.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
				return CallerClaims.callerOf(token.getToken());
			}
			if (this.optional.computeIfAbsent(parameter, MethodParameter::isOptional)) {
				return null;
			}
			throw new InsufficientAuthenticationException("A token is required");
		}

	}

}
