package org.parley.auth.account.scim;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.web.problem.Problems;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers with the errors of the protocol.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.12">RFC 7644, 3.12</a>
 */
@RestControllerAdvice(basePackageClasses = ScimErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScimErrors {

	@ExceptionHandler
	ResponseEntity<ObjectNode> on(ScimException ex) {
		return answer(ex.status(), ex.scimType(), ex.detail());
	}

	@ExceptionHandler
	ResponseEntity<ObjectNode> on(RefusalException refusal) {
		var status = Problems.statusOf(refusal.kind());
		var type = switch (refusal.kind()) {
			case INVALID, UNPROCESSABLE -> "invalidValue";
			case CONFLICT -> refusal.code().endsWith("-taken") ? "uniqueness" : null;
			default -> null;
		};
		var detail = refusal.errors().isEmpty() ? refusal.detail()
				: "%s %s.".formatted(refusal.errors().getFirst().field(), refusal.errors().getFirst().message());
		return answer((refusal.kind() == RefusalKind.UNPROCESSABLE) ? HttpStatus.BAD_REQUEST : status, type, detail);
	}

	@ExceptionHandler(HttpMessageNotReadableException.class)
	ResponseEntity<ObjectNode> onUnreadable() {
		return answer(HttpStatus.BAD_REQUEST, "invalidSyntax", "The request is not JSON.");
	}

	@ExceptionHandler({ BindException.class, ServletRequestBindingException.class })
	ResponseEntity<ObjectNode> onParameter() {
		return answer(HttpStatus.BAD_REQUEST, "invalidValue", "startIndex and count must be integers.");
	}

	@ExceptionHandler({ ErrorResponseException.class, HttpMediaTypeNotSupportedException.class })
	ResponseEntity<ObjectNode> on(ErrorResponse ex) {
		return answer(ex.getStatusCode(), null, "The request is not possible.");
	}

	private static ResponseEntity<ObjectNode> answer(HttpStatusCode status, @Nullable String type, String detail) {
		var error = JsonNodeFactory.instance.objectNode();
		error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
		error.put("status", String.valueOf(status.value()));
		if (type != null) {
			error.put("scimType", type);
		}
		error.put("detail", detail);
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.contentType(ScimJson.TYPE)
			.body(error);
	}

}
