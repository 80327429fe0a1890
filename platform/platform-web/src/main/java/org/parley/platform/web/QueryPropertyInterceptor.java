package org.parley.platform.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.platform.domain.RefusalException;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses unknown and repeated query properties. The known ones are {@link RequestParam}s
 * and the components of a {@link ParameterObject} record. A method that takes a map of
 * all properties checks them itself. A {@link LengthenedAddress} may also have what other
 * programs add.
 */
final class QueryPropertyInterceptor implements HandlerInterceptor {

	private static final String ALL = "*";

	/** Properties that programs add to count clicks and to avoid caches. */
	private static final Pattern ADDED = Pattern
		.compile("(?:utm|mc|pk|mtm|hsa|oly|vero|ck|ml|dm|bsft|gad|_bta)_[A-Za-z0-9_]{1,30}|_hs[A-Za-z]{1,10}|_ga|_gl"
				+ "|_ke|_branch_match_id|_openstat|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|srsltid|ttclid"
				+ "|li_fat_id|rdt_cid|epik|mkt_tok|twclid|yclid|igshid|igsh|si|trk|ref|ref_src|s_cid|cmpid|amp"
				+ "|_|t|ts|cb|time|timestamp|rand|random|nocache|no_cache|cachebuster");

	private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getQueryString() == null || !(handler instanceof HandlerMethod method)
				|| !method.getBeanType().getName().startsWith("org.parley.")) {
			return true;
		}
		var names = this.known.computeIfAbsent(method, QueryPropertyInterceptor::namesOf);
		if (names.contains(ALL)) {
			return true;
		}
		var isLengthened = method.getBeanType().isAnnotationPresent(LengthenedAddress.class);
		request.getParameterMap().forEach((name, values) -> {
			if (isLengthened && !names.contains(name) && ADDED.matcher(name).matches()) {
				return;
			}
			if (!names.contains(name)) {
				throw RefusalException.field(name, "request.unknown-property", "is not a known query property");
			}
			if (values.length > 1) {
				throw RefusalException.field(name, "request.repeated-property", "may be given only once");
			}
		});
		return true;
	}

	private static Set<String> namesOf(HandlerMethod method) {
		return Stream.of(method.getMethodParameters())
			.flatMap(QueryPropertyInterceptor::namesOf)
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> namesOf(MethodParameter parameter) {
		if (parameter.hasParameterAnnotation(ParameterObject.class)) {
			return Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
		}
		var single = parameter.getParameterAnnotation(RequestParam.class);
		if (single == null) {
			return Stream.empty();
		}
		if (Map.class.isAssignableFrom(parameter.getParameterType())) {
			return Stream.of(ALL);
		}
		parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
		return Stream.of(single.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : single.name());
	}

}
