package org.parley.forum.query;

import java.util.Objects;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@link ParameterObject} records from the query string and caches them. Spring
 * would bind them for each request, which costs more than a cached response, and would
 * also bind headers and path variables.
 */
final class QueryRecordResolver implements HandlerMethodArgumentResolver {

	private static final int MAX_CACHED_LENGTH = 300;

	private final Cache<Query, Object> records = Caffeine.newBuilder().maximumSize(5_000).build();

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(ParameterObject.class) && parameter.getParameterType().isRecord();
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
		var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		var query = new Query(parameter.getParameterType(), Objects.requireNonNullElse(http.getQueryString(), ""));
		var cached = this.records.getIfPresent(query);
		if (cached != null) {
			return cached;
		}
		var bound = bind(parameter, request, http, Objects.requireNonNull(binders));
		if (query.text.length() <= MAX_CACHED_LENGTH) {
			this.records.put(query, bound);
		}
		return bound;
	}

	private static Object bind(MethodParameter parameter, NativeWebRequest request, HttpServletRequest http,
			WebDataBinderFactory binders) throws Exception {
		var name = Objects.requireNonNullElse(parameter.getParameterName(), "query");
		var binder = binders.createBinder(request, null, name, ResolvableType.forMethodParameter(parameter));
		binder.construct(new QueryValues(http));
		binder.validate();
		if (binder.getBindingResult().hasErrors()) {
			throw new MethodArgumentNotValidException(parameter, binder.getBindingResult());
		}
		return Objects.requireNonNull(binder.getTarget());
	}

	/** The cache key of a record. */
	private record Query(Class<?> type, String text) {
	}

	/** The parameters of a query. */
	private record QueryValues(HttpServletRequest http) implements DataBinder.ValueResolver {

		@Override
		public @Nullable Object resolveValue(String name, Class<?> type) {
			return this.http.getParameter(name);
		}

		@Override
		public Set<String> getNames() {
			return this.http.getParameterMap().keySet();
		}

	}

}
