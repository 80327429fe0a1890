package org.parley.platform.test;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint from the request mappings of a service, so that a test over all endpoints
 * includes new ones.
 *
 * @param method such as {@code GET}
 * @param path as mapped, without {@code /api/v1}
 */
public record MappedEndpoint(String method, String path, HandlerMethod handler) {

	private static final String BASE = "/api/v1";

	/** All endpoints of controllers in a package and its subpackages. */
	public static List<MappedEndpoint> in(String root, RequestMappingHandlerMapping mappings) {
		return mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((mapped) -> (mapped.getValue().getBeanType().getPackageName() + ".").startsWith(root + "."))
			.flatMap((mapped) -> of(mapped.getKey(), mapped.getValue()))
			.toList();
	}

	/** Whether the handler has a parameter of the type. */
	public boolean takes(Class<?> type) {
		return Stream.of(this.handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType().equals(type));
	}

	private static Stream<MappedEndpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
		return mapping.getMethodsCondition()
			.getMethods()
			.stream()
			.flatMap((method) -> mapping.getPatternValues()
				.stream()
				.map((path) -> new MappedEndpoint(method.name(),
						path.startsWith(BASE) ? path.substring(BASE.length()) : path, handler)));
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
