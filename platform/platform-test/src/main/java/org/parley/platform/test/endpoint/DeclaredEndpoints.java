package org.parley.platform.test.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockServletContext;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoints of a service with nothing behind them. A request that the declaration of
 * an endpoint refuses gets the service's answer, in a millisecond; any other one fails.
 */
public final class DeclaredEndpoints {

	private static final String API = "/api/v1";

	private static final Pattern NAME = Pattern.compile("\\{[^}]+}");

	private final MockMvcTester mvc;

	private final Map<String, ResolvableType> answers;

	private final Set<String> restricted;

	private DeclaredEndpoints(MockMvcTester mvc, Map<String, ResolvableType> answers, Set<String> restricted) {
		this.mvc = mvc;
		this.answers = answers;
		this.restricted = restricted;
	}

	/**
	 * Finds the controllers in a package and its subpackages.
	 * @param configurations what the service configures of the web, such as the problem
	 * documents of the platform
	 */
	public static DeclaredEndpoints in(String root, Class<?>... configurations) {
		var context = new GenericWebApplicationContext(new MockServletContext());
		context.setEnvironment(new MockEnvironment().withProperty("spring.application.name",
				root.substring(root.lastIndexOf('.') + 1) + "-service"));
		context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
		var reader = new AnnotatedBeanDefinitionReader(context);
		reader.register(JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class);
		reader.register(configurations);
		context.registerBean(LocalValidatorFactoryBean.class);
		context.registerBean(Absences.class);
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		scanner.findCandidateComponents(root)
			.forEach((controller) -> register(context, ClassUtils
				.resolveClassName(Objects.requireNonNull(controller.getBeanClassName()), context.getClassLoader())));
		context.refresh();
		var handlers = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods();
		var answers = new TreeMap<String, ResolvableType>();
		handlers.forEach((mapping, handler) -> mappings(mapping)
			.forEach((endpoint) -> answers.put(endpoint, ResolvableType.forMethodReturnType(handler.getMethod()))));
		var restricted = handlers.keySet()
			.stream()
			.filter((mapping) -> !mapping.getProducesCondition().isEmpty())
			.flatMap(DeclaredEndpoints::mappings)
			.collect(Collectors.toSet());
		return new DeclaredEndpoints(MockMvcTester.from(context), answers, restricted);
	}

	/** Returns the methods and paths of the API. */
	private static Stream<String> mappings(RequestMappingInfo mapping) {
		return mapping.getPatternValues()
			.stream()
			.filter((path) -> path.startsWith(API))
			.map((path) -> NAME.matcher(path.substring(API.length())).replaceAll("{}"))
			.flatMap((path) -> mapping.getMethodsCondition()
				.getMethods()
				.stream()
				.map((method) -> method.name() + " " + path));
	}

	private static <T> void register(GenericWebApplicationContext context, Class<T> controller) {
		context.registerBean(controller, () -> new SpringObjenesis().newInstance(controller, false));
	}

	/**
	 * Expects the refusal of a request with invalid properties; returns the field and the
	 * code of each.
	 * @param body JSON, or null for no body
	 */
	public List<String> refuse(String method, String uri, @Nullable String body) {
		var problem = assertRefused(method, uri, body);
		assertThat(problem.path("code").asString("")).as("%s %s %s: %s", method, uri, body, problem)
			.isEqualTo("request.invalid");
		return problem.path("errors")
			.valueStream()
			.map((error) -> error.path("field").asString("") + " " + error.path("code").asString(""))
			.toList();
	}

	/** Expects the refusal of a request; returns the problem. */
	JsonNode assertRefused(String method, String uri, @Nullable String body) {
		var request = this.mvc.method(HttpMethod.valueOf(method)).uri(URI.create(uri));
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(body);
		}
		var answer = request.exchange();
		assertThat(answer).as("%s %s %s", method, uri, body)
			.hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

	/** Expects the refusal of a body in another format than JSON. */
	void assertUnsupported(String method, String uri, String type) {
		var answer = this.mvc.method(HttpMethod.valueOf(method))
			.uri(URI.create(uri))
			.contentType(MediaType.parseMediaType(type))
			.content("a: 1")
			.exchange();
		assertThat(answer).as("%s %s %s", method, uri, type)
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	/** Returns the methods and paths below {@code /api/v1}. */
	Set<String> mappings() {
		return this.answers.keySet();
	}

	/** Returns the methods and paths that exist for certain accepted media types only. */
	Set<String> restricted() {
		return this.restricted;
	}

	/** Returns the answers to reads. */
	Map<String, ResolvableType> reads() {
		return this.answers.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().startsWith("GET "))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Resolves what other parts of the service would find out, such as the caller.
	 */
	static final class Absences implements WebMvcConfigurer, HandlerMethodArgumentResolver {

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(this);
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return !parameter.hasParameterAnnotations() && !BeanUtils.isSimpleProperty(parameter.getParameterType());
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			return null;
		}

	}

}
