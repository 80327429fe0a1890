package org.parley.platform.web.problem;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Ends a request with a problem document. The code is stable; the detail is a sentence
 * for people and reveals no internals.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public class ProblemException extends RuntimeException {

	private final HttpStatus status;

	private final String code;

	private final List<FieldProblem> errors;

	private final @Nullable Duration retryAfter;

	public ProblemException(HttpStatus status, String code, String detail) {
		this(status, code, detail, List.of(), null);
	}

	protected ProblemException(HttpStatus status, String code, String detail, List<FieldProblem> errors,
			@Nullable Duration retryAfter) {
		super(detail);
		this.status = status;
		this.code = code;
		this.errors = List.copyOf(errors);
		this.retryAfter = retryAfter;
	}

	/** 400 for an invalid field. */
	public static ProblemException field(String field, String code, String message) {
		return new ProblemException(HttpStatus.BAD_REQUEST, "request.invalid", "The request has invalid properties.",
				List.of(new FieldProblem(field, code, message)), null);
	}

	/** 422 for a well-formed field that this installation refuses. */
	public static ProblemException unprocessable(String field, String code, String message) {
		return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, "The request has refused properties.",
				List.of(new FieldProblem(field, code, message)), null);
	}

	/** 404: the resource does not exist, or the caller may not see it. */
	public static ProblemException notFound(String code, String detail) {
		return new ProblemException(HttpStatus.NOT_FOUND, code, detail);
	}

	/** 409: the current state does not allow the change. */
	public static ProblemException conflict(String code, String detail) {
		return new ProblemException(HttpStatus.CONFLICT, code, detail);
	}

	/** 403: the caller is authenticated but not permitted. */
	public static ProblemException forbidden(String code, String detail) {
		return new ProblemException(HttpStatus.FORBIDDEN, code, detail);
	}

	/** 429 or 503: the caller may retry after the given time. */
	public static ProblemException later(HttpStatus status, String code, String detail, Duration retryAfter) {
		return new ProblemException(status, code, detail, List.of(), retryAfter);
	}

	public HttpStatus status() {
		return this.status;
	}

	public String code() {
		return this.code;
	}

	public String detail() {
		return String.valueOf(getMessage());
	}

	public List<FieldProblem> errors() {
		return this.errors;
	}

	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
