package org.parley.platform.web.problem;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.web.request.CorrelationFilter;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Creates problem documents for controllers, filters and the container.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problems {

	private final JsonMapper json;

	public Problems(JsonMapper json) {
		this.json = json;
	}

	/** The document of an exception with a code. */
	public static ResponseEntity<Object> entity(RefusalException problem) {
		var headers = new HttpHeaders();
		if (problem.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter().plusMillis(999).toSeconds()));
		}
		if (problem.kind() == RefusalKind.UNAUTHENTICATED) {
			// RFC 9110, 15.5.2: with a challenge, also where the body has the proof
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		return entity(statusOf(problem.kind()), problem.code(), problem.detail(), problem.errors(), headers);
	}

	static ResponseEntity<Object> entity(HttpStatusCode status, String code, String detail, List<FieldProblem> errors,
			HttpHeaders headers) {
		var all = HttpHeaders.copyOf(headers);
		all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return new ResponseEntity<>(document(status, code, detail, errors, CorrelationFilter.current()), all, status);
	}

	/** The status that answers a kind of refusal: the only place that knows it. */
	public static HttpStatus statusOf(RefusalKind kind) {
		return switch (kind) {
			case INVALID -> HttpStatus.BAD_REQUEST;
			case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case CONFLICT -> HttpStatus.CONFLICT;
			case STALE -> HttpStatus.PRECONDITION_FAILED;
			case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
			case LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
			case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	/** Writes the default document of a status outside of controllers. */
	public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
			throws IOException {
		var problem = HttpProblem.of(status);
		write(request, response, status, problem.code(), problem.detail());
	}

	/** Writes a document outside of controllers. */
	public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, String code,
			String detail) throws IOException {
		var problem = document(status, code, detail, List.of(), CorrelationFilter.of(request));
		problem.setInstance(URI.create(path(request)));
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

	private static ProblemDetail document(HttpStatusCode status, String code, String detail, List<FieldProblem> errors,
			@Nullable String correlationId) {
		var problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:parley:problem:" + code));
		problem.setProperty("code", code);
		if (!errors.isEmpty()) {
			problem.setProperty("errors", errors);
		}
		problem.setProperty("correlationId", correlationId);
		return problem;
	}

	private static String path(HttpServletRequest request) {
		var original = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
		return original != null ? original.toString() : request.getRequestURI();
	}

}
