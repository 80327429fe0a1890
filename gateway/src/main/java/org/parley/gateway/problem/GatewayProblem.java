package org.parley.gateway.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

/**
 * An error as clients see it, after RFC 9457.
 *
 * @param type the URN of the code
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence for a person
 * @param instance the path that was asked for
 * @param code what programs compare
 * @param correlationId what support asks for
 * @param errors what is wrong with which part of the request
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
	 * What is wrong with one part of a request, as services say it.
	 *
	 * @param field the query property
	 * @param code stable, for programs
	 * @param message one sentence, for people
	 */
	record FieldProblem(String field, String code, String message) {
	}

}
