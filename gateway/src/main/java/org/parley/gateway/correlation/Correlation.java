package org.parley.gateway.correlation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The correlation id of a request: the client's, else the W3C trace id, else a new id.
 */
public final class Correlation {

	public static final String HEADER = "X-Correlation-Id";

	private static final String ATTRIBUTE = Correlation.class.getName();

	private static final int MAX_LENGTH = 64;

	private static final Pattern TRACEPARENT = Pattern
		.compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

	private Correlation() {
	}

	public static String id(ServerWebExchange exchange) {
		return (String) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, _ -> choose(exchange));
	}

	private static String choose(ServerWebExchange exchange) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		return choose(headers.getFirst(HEADER), headers.getFirst("traceparent"));
	}

	public static String choose(@Nullable String given, @Nullable String traceparent) {
		if (given != null && isValid(given)) {
			return given;
		}
		if (traceparent != null) {
			Matcher matcher = TRACEPARENT.matcher(traceparent);
			if (matcher.matches()) {
				return matcher.group(1);
			}
		}
		return Ulid.fast().toString();
	}

	private static boolean isValid(String id) {
		return !id.isEmpty() && id.length() <= MAX_LENGTH && id.chars().allMatch(Correlation::isAllowed);
	}

	private static boolean isAllowed(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
				|| c == '-';
	}

}
