package org.parley.platform.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Refuses what a caller wants. The code is stable; the detail is a sentence for people
 * and reveals no internals. The web layer answers with a problem document.
 */
public class RefusalException extends RuntimeException {

	private final RefusalKind kind;

	private final String code;

	private final List<FieldProblem> errors;

	private final @Nullable Duration retryAfter;

	public RefusalException(RefusalKind kind, String code, String detail) {
		this(kind, code, detail, List.of(), null);
	}

	protected RefusalException(RefusalKind kind, String code, String detail, List<FieldProblem> errors,
			@Nullable Duration retryAfter) {
		super(detail);
		this.kind = kind;
		this.code = code;
		this.errors = List.copyOf(errors);
		this.retryAfter = retryAfter;
	}

	/** Refuses an invalid field. */
	public static RefusalException field(String field, String code, String message) {
		return invalid(List.of(new FieldProblem(field, code, message)));
	}

	/**
	 * Checks all rules, so that one answer names every field that breaks one.
	 * @throws RefusalException 400 about the fields, or the first refusal of another kind
	 */
	public static void checkAll(Runnable... rules) {
		var errors = problemsOf(List.of(rules));
		if (!errors.isEmpty()) {
			throw invalid(errors);
		}
	}

	/** Returns the problems of the fields that break a rule. */
	public static List<FieldProblem> problemsOf(List<Runnable> rules) {
		var errors = new ArrayList<FieldProblem>();
		for (var rule : rules) {
			try {
				rule.run();
			}
			catch (RefusalException ex) {
				if (ex.kind != RefusalKind.INVALID || ex.errors.isEmpty()) {
					throw ex;
				}
				errors.addAll(ex.errors);
			}
		}
		return List.copyOf(errors);
	}

	private static RefusalException invalid(List<FieldProblem> errors) {
		return new RefusalException(RefusalKind.INVALID, "request.invalid", "The request has invalid properties.",
				errors, null);
	}

	/** Refuses a well-formed field that this installation does not accept. */
	public static RefusalException unprocessable(String field, String code, String message) {
		return new RefusalException(RefusalKind.UNPROCESSABLE, code, "The request has refused properties.",
				List.of(new FieldProblem(field, code, message)), null);
	}

	/** The resource does not exist, or the caller may not see it. */
	public static RefusalException notFound(String code, String detail) {
		return new RefusalException(RefusalKind.NOT_FOUND, code, detail);
	}

	/** The current state does not allow the change. */
	public static RefusalException conflict(String code, String detail) {
		return new RefusalException(RefusalKind.CONFLICT, code, detail);
	}

	/** The caller is authenticated but not permitted. */
	public static RefusalException forbidden(String code, String detail) {
		return new RefusalException(RefusalKind.FORBIDDEN, code, detail);
	}

	/**
	 * The caller is not permitted because of entries of the request, each of which is
	 * named. The first one is the reason.
	 */
	public static RefusalException forbidden(List<FieldProblem> errors) {
		var first = errors.getFirst();
		return new RefusalException(RefusalKind.FORBIDDEN, first.code(), first.message(), errors, null);
	}

	/** The caller may retry after the given time. */
	public static RefusalException later(RefusalKind kind, String code, String detail, Duration retryAfter) {
		return new RefusalException(kind, code, detail, List.of(), retryAfter);
	}

	public RefusalKind kind() {
		return this.kind;
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
