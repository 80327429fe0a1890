package org.parley.platform.web.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.validation.ConstraintViolation;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.rule.KeepsRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Converts exceptions of controllers to problem documents. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private static final String INVALID = "The request has invalid properties.";

	@ExceptionHandler
	ResponseEntity<Object> on(RefusalException problem) {
		return Problems.entity(problem);
	}

	@ExceptionHandler
	ResponseEntity<Object> on(InvalidParameterException undecodable) {
		return answer(HttpStatus.BAD_REQUEST, "request.malformed", "The query is not valid UTF-8.", List.of(),
				new HttpHeaders());
	}

	/** Spring's copy of the headers refuses media types with a wildcard. */
	@ExceptionHandler
	ResponseEntity<Object> on(IllegalArgumentException refused, WebRequest request) {
		return hasWildcard(request) ? unsupported(new HttpHeaders()) : on((Exception) refused);
	}

	@ExceptionHandler
	ResponseEntity<Object> on(Exception unexpected) {
		log.error("Request failed unexpectedly", unexpected);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.", List.of(),
				new HttpHeaders());
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var bad = HttpStatus.BAD_REQUEST;
		if (ex.getRootCause() instanceof BodyLimitFilter.BodyTooLargeException) {
			var known = HttpProblem.of(HttpStatus.CONTENT_TOO_LARGE);
			return answer(HttpStatus.CONTENT_TOO_LARGE, known.code(), known.detail(), List.of(), headers);
		}
		if (ex.getCause() == null && isNoJson(request)) {
			return unsupported(headers);
		}
		var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (coding != null && !coding.equalsIgnoreCase("identity")
				&& ex.getRootCause() instanceof StreamReadException) {
			return encoded(headers);
		}
		return switch (ex.getCause()) {
			case UnrecognizedPropertyException unknown -> answer(bad, "request.invalid", INVALID,
					List.of(new FieldProblem(path(unknown), "request.unknown-property", "is not a known property")),
					headers);
			case MismatchedInputException wrong when !wrong.getPath().isEmpty() -> answer(bad, "request.invalid",
					INVALID, List.of(wrongType(path(wrong), wrong.getTargetType())), headers);
			case DatabindException wrong when !wrong.getPath().isEmpty() ->
				answer(bad, "request.invalid", INVALID, List.of(wrongType(path(wrong), null)), headers);
			case InputCoercionException wide when !wide.getPath().isEmpty() ->
				answer(bad, "request.invalid", INVALID, List.of(wrongType(path(wide), null)), headers);
			case JacksonException _ ->
				answer(bad, "request.malformed", "The body is not the expected JSON.", List.of(), headers);
			case null, default -> answer(bad, "request.malformed", "A JSON body is required.", List.of(), headers);
		};
	}

	private static ResponseEntity<Object> unsupported(HttpHeaders headers) {
		var known = HttpProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, known.code(), known.detail(), List.of(), headers);
	}

	/**
	 * Refuses a compressed body so that a client knows to send it as it is.
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.16">RFC 9110,
	 * section 15.5.16</a>
	 */
	private static ResponseEntity<Object> encoded(HttpHeaders headers) {
		var plain = HttpHeaders.copyOf(headers);
		plain.set(HttpHeaders.ACCEPT_ENCODING, "identity");
		var known = HttpProblem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		return answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, known.code(), "The body must have no Content-Encoding.",
				List.of(), plain);
	}

	/**
	 * Spring reports a body of another media type as missing where a body is optional.
	 */
	private static boolean isNoJson(WebRequest request) {
		var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
		return hasWildcard(request) || (type != null && !MediaType.parseMediaType(type).getSubtype().endsWith("json"));
	}

	private static boolean hasWildcard(WebRequest request) {
		var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
		return type != null && type.contains("*");
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = new ArrayList<FieldProblem>();
		var constrained = ex.getFieldErrors()
			.stream()
			.filter((error) -> ruleOf(error) == null)
			.map(FieldError::getField)
			.collect(Collectors.toSet());
		ex.getFieldErrors()
			.stream()
			.filter((error) -> ruleOf(error) == null || !constrained.contains(error.getField()))
			.forEach((error) -> errors.add(of(error)));
		ex.getGlobalErrors()
			.forEach((error) -> errors.add(new FieldProblem(error.getObjectName(), "invalid", text(error))));
		return answer(HttpStatus.BAD_REQUEST, "request.invalid", INVALID, errors, headers);
	}

	@Override
	protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var errors = ex.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((error) -> (error instanceof FieldError field) ? of(field)
						: new FieldProblem(String.valueOf(result.getMethodParameter().getParameterName()), code(error),
								text(error))))
			.toList();
		return answer(HttpStatus.BAD_REQUEST, "request.invalid", INVALID, errors, headers);
	}

	@Override
	protected ResponseEntity<Object> handleMissingServletRequestParameter(MissingServletRequestParameterException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(HttpStatus.BAD_REQUEST, "request.invalid", INVALID,
				List.of(new FieldProblem(ex.getParameterName(), "required", "is required")), headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex instanceof MethodArgumentTypeMismatchException mismatch) {
			return answer(HttpStatus.BAD_REQUEST, "request.invalid", INVALID,
					List.of(wrongType(mismatch.getName(), null)), headers);
		}
		if (status.is5xxServerError()) {
			log.error("Request failed unexpectedly", ex);
		}
		var known = HttpProblem.of(status);
		return answer(status, known.code(), known.detail(), List.of(), headers);
	}

	private static ResponseEntity<Object> answer(HttpStatusCode status, String code, String detail,
			List<FieldProblem> errors, HttpHeaders headers) {
		return Problems.entity(status, code, detail, errors, headers);
	}

	private static FieldProblem of(FieldError error) {
		if (error.isBindingFailure()) {
			return wrongType(error.getField(), null);
		}
		var code = code(error);
		return code.equals("assert-true") ? new FieldProblem(firstWord(error.getField()), "combination", text(error))
				: new FieldProblem(error.getField(), code, text(error));
	}

	/** An enum has its values named, so that clients see their mistake. */
	private static FieldProblem wrongType(String field, @Nullable Class<?> expected) {
		var names = (expected != null && expected.isEnum())
				? JsonMapper.shared().convertValue(expected.getEnumConstants(), String[].class) : new String[0];
		return new FieldProblem(field, "request.wrong-type",
				(names.length > 0) ? "must be one of " + String.join(", ", names) : "has a value of the wrong type");
	}

	/**
	 * A constraint over several properties is reported for the invalid one: {@code
	 * windowOfTop} is reported for {@code window}.
	 */
	private static String firstWord(String rule) {
		return IntStream.range(rule.lastIndexOf('.') + 2, rule.length())
			.filter((at) -> Character.isUpperCase(rule.charAt(at)) && Character.isLowerCase(rule.charAt(at - 1)))
			.mapToObj((at) -> rule.substring(0, at))
			.findFirst()
			.orElse(rule);
	}

	/**
	 * Converts a constraint's name to a code: {@code NotBlank} becomes {@code not-blank}.
	 * A rule of a request has its own code.
	 */
	private static String code(MessageSourceResolvable error) {
		var rule = (error instanceof FieldError field) ? ruleOf(field) : null;
		if (rule != null) {
			return rule;
		}
		var codes = error.getCodes();
		var name = (codes != null && codes.length > 0) ? codes[codes.length - 1] : "Invalid";
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	/** The code of the broken rule of a request; null for another error. */
	private static @Nullable String ruleOf(FieldError error) {
		return error.contains(ConstraintViolation.class)
				? KeepsRules.RuleValidator.codeOf(error.unwrap(ConstraintViolation.class)) : null;
	}

	private static String text(MessageSourceResolvable error) {
		return String.valueOf(error.getDefaultMessage());
	}

	private static String path(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> (step.getPropertyName() != null) ? "." + step.getPropertyName()
					: "[" + step.getIndex() + "]")
			.collect(Collectors.joining())
			.replaceFirst("^\\.", "");
	}

}
