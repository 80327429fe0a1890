package org.parley.gateway.problem;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.gateway.problem.GatewayProblem.FieldProblem;

import org.springframework.http.HttpStatus;

/** Refuses a request with a stable code and a sentence for the client. */
public final class GatewayProblemException extends RuntimeException {

	private final String code;

	private final HttpStatus status;

	private final String detail;

	private final @Nullable Duration retryAfter;

	private final List<FieldProblem> errors;

	public GatewayProblemException(HttpStatus status, String code, String detail) {
		this(status, code, detail, null);
	}

	public GatewayProblemException(HttpStatus status, String code, String detail, @Nullable Duration retryAfter) {
		this(status, code, detail, retryAfter, List.of());
	}

	private GatewayProblemException(HttpStatus status, String code, String detail, @Nullable Duration retryAfter,
			List<FieldProblem> errors) {
		// No stack trace: the exception is thrown for each refused request and never
		// logged.
		super(code, null, false, false);
		this.code = code;
		this.status = status;
		this.detail = detail;
		this.retryAfter = retryAfter;
		this.errors = errors;
	}

	/** 400: the operation has none of these query properties. */
	public static GatewayProblemException unknownQuery(Collection<String> names) {
		return new GatewayProblemException(HttpStatus.BAD_REQUEST, "request.invalid",
				"The request has invalid properties.", null,
				names.stream()
					.map((name) -> new FieldProblem(name, "request.unknown-property", "is not a known query property"))
					.toList());
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

}
