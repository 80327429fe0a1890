package org.parley.gateway.docs;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.parley.gateway.security.SecurityHeaders;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;

/**
 * Serves Swagger UI with the merged document at {@code /docs}, without external
 * resources.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocsSettings.class)
class DocsConfiguration {

	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	@Bean
	RouterFunction<ServerResponse> docs(ServiceDescriptions serviceDescriptions, DocsSettings settings)
			throws IOException {
		Mono<MergedApiDocument> document = Mono.defer(serviceDescriptions::fetch)
			.map(MergedApiDocument::of)
			.cache((common) -> common.isComplete() ? settings.fresh() : settings.incomplete(), (_) -> Duration.ZERO,
					() -> Duration.ZERO);
		Map<String, CompressedContent> files = files();
		return RouterFunctions.nest(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD),
				RouterFunctions.route()
					.route(RequestPredicates.path("/docs"), (request) -> file(request, files, "index.html"))
					.route(RequestPredicates.path("/docs/openapi.json"),
							(request) -> document.flatMap((common) -> answer(request, common)))
					.route(RequestPredicates.path("/docs/{file}"),
							(request) -> file(request, files, request.pathVariable("file")))
					.build());
	}

	private static Mono<ServerResponse> answer(ServerRequest request, MergedApiDocument document) {
		return document.content().answer(request, ServerResponse.ok().contentType(MediaType.APPLICATION_JSON));
	}

	private static Mono<ServerResponse> file(ServerRequest request, Map<String, CompressedContent> files, String name) {
		CompressedContent file = files.get(name);
		if (file == null) {
			return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
		return file.answer(request,
				ServerResponse.ok()
					.contentType(MediaTypeFactory.getMediaType(name).orElseThrow())
					.cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
					.header(SecurityHeaders.CONTENT_SECURITY_POLICY, CONTENT_POLICY));
	}

	private static Map<String, CompressedContent> files() throws IOException {
		return Map.of("index.html", content(new ClassPathResource("docs/index.html")), "start.js",
				content(new ClassPathResource("docs/start.js")), "swagger-ui.css", swaggerUi("swagger-ui.css"),
				"swagger-ui-bundle.js", swaggerUi("swagger-ui-bundle.js"), "favicon-32x32.png",
				swaggerUi("favicon-32x32.png"));
	}

	/** The path contains the version. */
	private static CompressedContent swaggerUi(String name) throws IOException {
		return content(new PathMatchingResourcePatternResolver()
			.getResources("classpath*:META-INF/resources/webjars/swagger-ui/*/" + name)[0]);
	}

	private static CompressedContent content(Resource resource) throws IOException {
		return new CompressedContent(resource.getContentAsByteArray());
	}

}
