package org.parley.gateway.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/**
 * A problem document of RFC 9457.
 *
 * @param type the URN of the code
 * @param title the status as text
 * @param status the HTTP status
 * @param detail one sentence, for people
 * @param instance the requested path
 * @param code stable, for programs
 * @param errors the invalid parts of the request
 */
public record GatewayProblem(String type, String title, int status, String detail, String instance, String code,
		String correlationId, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {

	private static final JsonMapper JSON = JsonMapper.shared();

	public static GatewayProblem of(GatewayProblemException refusal, String instance, String correlationId) {
		HttpStatus status = refusal.status();
		return new GatewayProblem("urn:parley:problem:" + refusal.code(), status.getReasonPhrase(), status.value(),
				refusal.detail(), instance, refusal.code(), correlationId, refusal.errors());
	}

	public byte[] toJson() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * An invalid part of a request, in the form of the services.
	 *
	 * @param field the query property
	 * @param code stable, for programs
	 * @param message one sentence, for people
	 */
	record FieldProblem(String field, String code, String message) {
	}

}
