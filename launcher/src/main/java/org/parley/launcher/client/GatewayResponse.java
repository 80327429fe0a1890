package org.parley.launcher.client;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What the gateway answered. The methods that expect something return this answer or end
 * in an {@link UnexpectedAnswerException}, so that they can be chained.
 *
 * @param call what was asked
 * @param status of the answer
 * @param headers of the answer
 * @param body of the answer, empty when there is none
 */
public record GatewayResponse(GatewayRequest call, int status, HttpHeaders headers, String body) {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Expects a status. */
	public GatewayResponse is(int expected) {
		return expect(this.status == expected, "status " + expected);
	}

	/** Expects a problem document with this status and code. */
	public GatewayResponse refused(int expected, String code) {
		is(expected);
		expect(header("Content-Type").startsWith("application/problem+json"), "a problem document");
		expect(text("/code").equals(code), "the code " + code);
		expect(json().at("/status").asInt(0) == expected, "the status in the document too");
		return expect(!text("/correlationId").isEmpty(), "a correlation id");
	}

	/** Expects a header. */
	public GatewayResponse has(String header) {
		return expect(!header(header).isEmpty(), "the header " + header);
	}

	/** Expects a value at a JSON pointer. */
	public GatewayResponse has(String pointer, Object expected) {
		return expect(text(pointer).equals(String.valueOf(expected)), "%s to be %s".formatted(pointer, expected));
	}

	/** Expects what the sentence says of the value at a JSON pointer. */
	public GatewayResponse has(String pointer, String sentence, Predicate<JsonNode> expected) {
		return expect(expected.test(at(pointer)), "%s %s".formatted(pointer, sentence));
	}

	/** Expects what the sentence says. */
	public GatewayResponse expect(boolean seen, String sentence) {
		if (!seen) {
			throw new UnexpectedAnswerException(sentence, this);
		}
		return this;
	}

	/** What a refusal says, in one line. */
	public String refusal() {
		return "%d %s: %s".formatted(this.status, text("/code"), text("/detail"));
	}

	/** The value at a JSON pointer; a missing node when there is none. */
	public JsonNode at(String pointer) {
		return json().at(pointer);
	}

	/** The scalar at a JSON pointer as text; empty when there is none. */
	public String text(String pointer) {
		return at(pointer).asString("");
	}

	/** The first value of a header; empty when there is none. */
	public String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	private JsonNode json() {
		try {
			return Objects.requireNonNullElse(parse(), MissingNode.getInstance());
		}
		catch (JacksonException ex) {
			throw new UnexpectedAnswerException("a JSON body", this);
		}
	}

	private @Nullable JsonNode parse() {
		return this.body.isEmpty() ? null : JSON.readTree(this.body.getBytes(StandardCharsets.UTF_8));
	}

}
