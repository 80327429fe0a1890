package org.parley.gateway.problem;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A refusal with a stable code and a sentence that the client may read.
 */
public final class ProblemException extends RuntimeException {

	private final String code;

	private final HttpStatus status;

	private final String detail;

	private final @Nullable Duration retryAfter;

	public ProblemException(String code, HttpStatus status, String detail) {
		this(code, status, detail, null);
	}

	public ProblemException(String code, HttpStatus status, String detail, @Nullable Duration retryAfter) {
		// Thrown per refused request, for the client alone: a stack trace would only
		// cost.
		super(code, null, false, false);
		this.code = code;
		this.status = status;
		this.detail = detail;
		this.retryAfter = retryAfter;
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

}
