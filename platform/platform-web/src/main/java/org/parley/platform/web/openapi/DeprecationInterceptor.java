package org.parley.platform.web.openapi;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Announces to clients that an operation is going to end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745, Deprecation</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8594">RFC 8594, Sunset</a>
 */
final class DeprecationInterceptor implements HandlerInterceptor {

	/** RFC 9110, section 5.6.7: days have two digits. */
	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'",
			Locale.US);

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var deprecated = (handler instanceof HandlerMethod method)
				? method.getMethodAnnotation(DeprecatedOperation.class) : null;
		if (deprecated != null) {
			response.setHeader("Deprecation", "@" + startOf(deprecated.since()).toEpochSecond());
			response.setHeader("Sunset", HTTP_DATE.format(startOf(deprecated.sunset())));
			if (!deprecated.successor().isEmpty()) {
				response.addHeader("Link", "<%s>; rel=\"successor-version\"".formatted(deprecated.successor()));
			}
		}
		return true;
	}

	private static ZonedDateTime startOf(String day) {
		return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
	}

}
