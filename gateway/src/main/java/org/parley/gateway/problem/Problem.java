package org.parley.gateway.problem;

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
 */
public record Problem(String type, String title, int status, String detail, String instance, String code,
		String correlationId) {

	private static final JsonMapper JSON = JsonMapper.shared();

	public static Problem of(ProblemException refusal, String instance, String correlationId) {
		HttpStatus status = refusal.status();
		return new Problem("urn:parley:problem:" + refusal.code(), status.getReasonPhrase(), status.value(),
				refusal.detail(), instance, refusal.code(), correlationId);
	}

	public byte[] toJson() {
		return JSON.writeValueAsBytes(this);
	}

}
