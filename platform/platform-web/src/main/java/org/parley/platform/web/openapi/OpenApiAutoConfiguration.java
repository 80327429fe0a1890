package org.parley.platform.web.openapi;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Describes problems, tokens, headers, pages and deprecations once for all operations,
 * and adds recorded examples.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration implements WebMvcConfigurer {

	private static final String PROBLEM = "Problem";

	private static final Map<String, String> PAGE_PARAMETERS = Map.of("cursor",
			"`meta.pagination.next` or `prev` of another page of this list; the first page without it", "limit",
			"The maximum number of items on a page");

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(IfMatch.class)
			.replaceWithClass(JsonNode.class, Object.class);
	}

	/**
	 * Sets a relative server address. By default, springdoc would publish the internal
	 * address of a request.
	 */
	@Bean
	OpenAPI openApi() {
		return new OpenAPI().servers(List.of(new Server().url("/")));
	}

	@Bean
	RecordProperties recordProperties() {
		return new RecordProperties();
	}

	@Bean
	OpenApiCustomizer parleyDocumentCustomizer(@Value("${spring.application.name:service}") String service)
			throws IOException {
		var examples = RecordedExamples.ofService();
		return (document) -> {
			describe(document, service);
			OperationIds.addTo(document);
			addNullToEnumerations(document);
			RequiredProperties.addTo(document);
			WholePatterns.addTo(document);
			examples.addTo(document);
		};
	}

	@Bean
	GlobalOperationCustomizer commonHeaderCustomizer() {
		return (operation, method) -> {
			if (isConditional(method)) {
				operation.addParametersItem(new HeaderParameter().name("If-Match")
					.description(
							"The entity tag that you read. The request is refused with 412 if the version has changed since.")
					.schema(new StringSchema()));
			}
			var idempotent = method.getMethodAnnotation(Idempotent.class);
			if (idempotent != null) {
				operation.addParametersItem(new HeaderParameter().name("Idempotency-Key")
					.description(idempotent.secret()
							? "The answer has secrets and is not stored: for 24 hours the same key is refused with 409 `idempotency.done`."
							: idempotent.secretAnswer()
									? "The answer has secrets and is not stored: for 24 hours the same key is refused with 409 `idempotency.done`, and with 422 `idempotency.key-reused` if the body is another one."
									: "The same key and body replays the stored answer for 24 hours.")
					.schema(new StringSchema().maxLength(128)));
			}
			return operation;
		};
	}

	/** Parameters of pages are the same everywhere. */
	@Bean
	GlobalOperationCustomizer pageParameterCustomizer() {
		return (operation, _) -> {
			Stream.ofNullable(operation.getParameters())
				.flatMap(List::stream)
				.filter((parameter) -> parameter.getDescription() == null && "query".equals(parameter.getIn()))
				.forEach((parameter) -> parameter.setDescription(PAGE_PARAMETERS.get(parameter.getName())));
			return operation;
		};
	}

	@Bean
	GlobalOperationCustomizer responseHeaderCustomizer() {
		return (operation, method) -> {
			var answer = method.getMethod().getReturnType();
			operation.getResponses().forEach((status, response) -> {
				var isJson = response.getContent() != null && response.getContent().containsKey("application/json");
				if (status.equals("200") && isJson
						&& (method.hasMethodAnnotation(GetMapping.class) || isConditional(method))) {
					addHeader(response, HttpHeaders.ETAG);
				}
				if (status.equals("201") && answer == ResponseEntity.class) {
					addHeader(response, HttpHeaders.ETAG);
					addHeader(response, HttpHeaders.LOCATION);
				}
			});
			return operation;
		};
	}

	@Bean
	GlobalOperationCustomizer deprecationCustomizer() {
		return (operation, method) -> {
			var deprecated = method.getMethodAnnotation(DeprecatedOperation.class);
			if (deprecated != null) {
				operation.deprecated(true).addExtension("x-sunset", deprecated.sunset());
			}
			return operation;
		};
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new DeprecationInterceptor());
	}

	private static boolean isConditional(HandlerMethod method) {
		return Stream.of(method.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType() == IfMatch.class);
	}

	private static void addHeader(ApiResponse response, String name) {
		response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
	}

	private static void describe(OpenAPI document, String service) {
		document.setInfo(new Info().title("Parley " + service).version("v1"));
		document.getComponents()
			.addSecuritySchemes("bearer",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("at+jwt"))
			.addSchemas(PROBLEM, problem())
			.addHeaders(HttpHeaders.ETAG,
					header("The version that was answered, if it has one, for `If-Match` and `If-None-Match`",
							new StringSchema()))
			.addHeaders(HttpHeaders.LOCATION,
					header("The address of what was created, if it has one",
							new StringSchema().format("uri-reference")))
			.addHeaders(HttpHeaders.RETRY_AFTER, header("The seconds to wait, with 429 and 503", new IntegerSchema()));
		if (document.getPaths() != null) {
			document.getPaths()
				.values()
				.forEach((path) -> path.readOperations().forEach(OpenApiAutoConfiguration::addProblems));
		}
	}

	private static Header header(String description, Schema<?> schema) {
		return new Header().description(description).schema(schema);
	}

	/** Springdoc names only the constants of an enumeration. */
	private static void addNullToEnumerations(OpenAPI document) {
		for (Schema<?> schema : document.getComponents().getSchemas().values()) {
			if (schema.getProperties() != null) {
				schema.getProperties().values().forEach(OpenApiAutoConfiguration::addNullToEnumeration);
			}
		}
	}

	private static void addNullToEnumeration(Schema<?> property) {
		var types = property.getTypes();
		var constants = property.getEnum();
		if (types != null && types.contains("null") && constants != null && !constants.contains(null)) {
			property.addEnumItemObject(null);
		}
	}

	private static void addProblems(Operation operation) {
		var response = new ApiResponse().description("A problem document (RFC 9457)")
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
		addHeader(response, HttpHeaders.RETRY_AFTER);
		operation.getResponses().addApiResponse("default", response);
	}

	private static Schema<?> problem() {
		var error = new ObjectSchema().addProperty("field", new StringSchema())
			.addProperty("code", new StringSchema())
			.addProperty("message", new StringSchema())
			.addRequiredItem("code")
			.addRequiredItem("message");
		var problem = new ObjectSchema().addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema())
			.addProperty("code", new StringSchema().description("stable, for programs"))
			.addProperty("errors", new io.swagger.v3.oas.models.media.ArraySchema().items(error))
			.addProperty("correlationId", new StringSchema());
		List.of("type", "title", "status", "detail", "code").forEach(problem::addRequiredItem);
		return problem;
	}

	/**
	 * Names operations by their method and path, such as {@code getThreadsByIdPosts}.
	 * Generated clients name their methods after operations. Springdoc would name them
	 * after our methods and number equal names, so a new endpoint would rename others.
	 */
	static final class OperationIds {

		private static final String ROOT = "/api/v1/";

		private static final Pattern WORD = Pattern.compile("\\{?[A-Za-z0-9]+");

		private OperationIds() {
		}

		static void addTo(OpenAPI document) {
			if (document.getPaths() != null) {
				document.getPaths()
					.forEach((path, item) -> item.readOperationsMap()
						.forEach((method, operation) -> operation.setOperationId(of(method, path))));
			}
		}

		static String of(PathItem.HttpMethod method, String path) {
			var words = WORD.matcher(path.startsWith(ROOT) ? path.substring(ROOT.length()) : path).results();
			return method.name().toLowerCase(Locale.ROOT)
					+ words.map((word) -> camelCase(word.group())).collect(Collectors.joining());
		}

		private static String camelCase(String word) {
			return word.startsWith("{") ? "By" + StringUtils.capitalize(word.substring(1))
					: StringUtils.capitalize(word);
		}

	}

}
