package org.parley.gateway.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.problem.GatewayProblem.FieldProblem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Refuses a request with a stable code and a sentence for the client. */
public final class GatewayProblemException extends RuntimeException {

	private final String code;

	private final HttpStatus status;

	private final String detail;

	private final @Nullable Duration retryAfter;

	private final List<FieldProblem> errors;

	private final Map<String, String> headers;

	public GatewayProblemException(HttpStatus status, String code, String detail) {
		this(status, code, detail, null);
	}

	public GatewayProblemException(HttpStatus status, String code, String detail, @Nullable Duration retryAfter) {
		this(status, code, detail, retryAfter, List.of(), Map.of());
	}

	private GatewayProblemException(HttpStatus status, String code, String detail, @Nullable Duration retryAfter,
			List<FieldProblem> errors, Map<String, String> headers) {
		// No stack trace: the exception is thrown for each refused request and never
		// logged.
		super(code, null, false, false);
		this.code = code;
		this.status = status;
		this.detail = detail;
		this.retryAfter = retryAfter;
		this.errors = errors;
		this.headers = headers;
	}

	/** 400: the operation has none of these query properties. */
	public static GatewayProblemException unknownQuery(Collection<String> names) {
		return new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.invalid",
				"The request has invalid properties.", null,
				names.stream()
					.map((name) -> new FieldProblem(name, "request.unknown-property", "is not a known query property"))
					.toList(),
				Map.of());
	}

	/** 405: the address has other methods. */
	public static GatewayProblemException methodNotAllowed(Collection<HttpMethod> allowed) {
		return new GatewayProblemException(HttpStatus.METHOD_NOT_ALLOWED, "request.method-not-allowed",
				"This address does not support the method.", null, List.of(), Map.of(HttpHeaders.ALLOW,
						allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "))));
	}

	/**
	 * The same refusal, after which the connection closes: its next bytes are unclear.
	 */
	public GatewayProblemException closing() {
		return new GatewayProblemException(this.status, this.code, this.detail, this.retryAfter, this.errors,
				Map.of(HttpHeaders.CONNECTION, "close"));
	}

	public String code() {
		return this.code;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String detail() {
		return this.detail;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	public List<FieldProblem> errors() {
		return this.errors;
	}

	/** Further headers of the answer. */
	public Map<String, String> headers() {
		return this.headers;
	}

}
