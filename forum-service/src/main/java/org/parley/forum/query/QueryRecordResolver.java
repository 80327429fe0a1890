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
 * Hands controllers the record of a {@link ParameterObject}. Spring would bind it anew
 * with every request, which costs more than a cached answer, and from headers and path
 * too; here the query alone counts, and the same query is the same record.
 */
final class QueryRecordResolver implements HandlerMethodArgumentResolver {

	private static final int LONGEST = 300;

	private final Cache<Query, Object> known = Caffeine.newBuilder().maximumSize(5_000).build();

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(ParameterObject.class) && parameter.getParameterType().isRecord();
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
		var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		var query = new Query(parameter.getParameterType(), Objects.requireNonNullElse(http.getQueryString(), ""));
		var remembered = this.known.getIfPresent(query);
		if (remembered != null) {
			return remembered;
		}
		var bound = bind(parameter, request, http, Objects.requireNonNull(binders));
		if (query.text.length() <= LONGEST) {
			this.known.put(query, bound);
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

	/**
	 * What tells records apart.
	 *
	 * @param type of the record
	 * @param text as the client wrote it
	 */
	private record Query(Class<?> type, String text) {
	}

	/**
	 * The values of a query.
	 *
	 * @param http the request
	 */
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
