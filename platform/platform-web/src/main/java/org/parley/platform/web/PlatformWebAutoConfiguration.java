package org.parley.platform.web;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.micrometer.common.KeyValues;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.settings.Refreshable;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.web.problem.BodyLimitFilter;
import org.parley.platform.web.problem.BulkheadFilter;
import org.parley.platform.web.problem.ProblemConfiguration;
import org.parley.platform.web.problem.ProblemValve;
import org.parley.platform.web.problem.Problems;
import org.parley.platform.web.problem.RequestBulkhead;
import org.parley.platform.web.problem.RequestLimits;
import org.parley.platform.web.request.CorrelationFilter;
import org.parley.platform.web.tomcat.RestingHttp11Protocol;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Configures problem documents, correlation ids, strict JSON and preconditions for every
 * servlet service.
 */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ JsonMediaTypeAdvice.class, ProblemConfiguration.class })
@EnableConfigurationProperties(RequestLimits.class)
public class PlatformWebAutoConfiguration implements WebMvcConfigurer {

	private static final Set<String> OTHER_FORMATS = Set.of("cbor", "xml", "x-jackson-smile", "yaml");

	/**
	 * Truncates the time to the precision of the database, so that stored times are read
	 * unchanged.
	 */
	@Bean
	@ConditionalOnMissingBean
	InstantSource clock() {
		return Clock.tickMillis(ZoneOffset.UTC);
	}

	@Bean
	@ConditionalOnMissingBean
	ProcessRole processRole(@Value("${parley.role:all}") ProcessRole processRole) {
		return processRole;
	}

	@Bean
	StrictJson strictJson() {
		return new StrictJson();
	}

	@Bean
	SpanRecorder spanRecorder(ObjectProvider<Tracer> tracer) {
		return new SpanRecorder(tracer.getIfAvailable());
	}

	/** Spans have the template of the address only; addresses may contain names. */
	@Bean
	@ConditionalOnMissingBean
	ServerRequestObservationConvention requestObservationConvention(
			@Value("${management.observations.http.server.requests.name:http.server.requests}") String name) {
		return new DefaultServerRequestObservationConvention(name) {

			@Override
			public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
				return KeyValues.empty();
			}

		};
	}

	/** After the filter that begins the span of the request. */
	@Bean
	FilterRegistrationBean<CorrelationFilter> correlationFilter(SpanRecorder spans) {
		var registration = new FilterRegistrationBean<>(new CorrelationFilter(spans));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return registration;
	}

	/**
	 * A changed limit has a bulkhead of its own: lowering that of a bulkhead would wait
	 * for requests in progress.
	 */
	@Bean
	Refreshable<RequestBulkhead> requestBulkhead(ObjectProvider<RequestLimits> limits) {
		return new Refreshable<>("parley.requests", limits::getObject, RequestBulkhead::new);
	}

	/** Before the body is read. */
	@Bean
	FilterRegistrationBean<BulkheadFilter> bulkheadFilter(Refreshable<RequestBulkhead> requestBulkhead,
			Problems problems) {
		var registration = new FilterRegistrationBean<>(new BulkheadFilter(requestBulkhead, problems));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		return registration;
	}

	@Bean
	FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(Problems problems, ObjectProvider<RequestLimits> limits) {
		var registration = new FilterRegistrationBean<>(
				new BodyLimitFilter(problems, limits.getObject().largeBodies()));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
		return registration;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatProblemCustomizer() {
		return (tomcat) -> tomcat.addContextCustomizers((context) -> {
			if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
				host.setErrorReportValveClass(ProblemValve.class.getName());
			}
		});
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatTimerCustomizer() {
		return (tomcat) -> tomcat.setProtocol(RestingHttp11Protocol.class.getName());
	}

	/**
	 * Bodies are JSON: libraries bring converters of other formats with them, which are
	 * not strict.
	 */
	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
		builder.configureMessageConvertersList((all) -> all.removeIf((one) -> one.getSupportedMediaTypes()
			.stream()
			.anyMatch((type) -> OTHER_FORMATS.contains(type.getSubtype()))));
	}

	@Override
	public void addFormatters(FormatterRegistry formatters) {
		formatters.addConverter(new InstantConverter());
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new QueryPropertyInterceptor());
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new IfMatchResolver());
	}

	/** Resolves controller arguments of type {@link IfMatch}. */
	static final class IfMatchResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == IfMatch.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			var conditions = request.getHeaderValues(HttpHeaders.IF_MATCH);
			return new IfMatch((conditions != null) ? String.join(", ", conditions) : null);
		}

	}

}
