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
 * A response of the gateway. The expecting methods return this response or throw an
 * {@link UnexpectedAnswerException}, so that they can be chained.
 *
 * @param body the body; empty if there is none
 */
public record GatewayResponse(GatewayRequest call, int status, HttpHeaders headers, String body) {

	private static final JsonMapper JSON = JsonMapper.shared();

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

	public GatewayResponse has(String header) {
		return expect(!header(header).isEmpty(), "the header " + header);
	}

	/** Expects a value at a JSON pointer. */
	public GatewayResponse has(String pointer, Object expected) {
		return expect(text(pointer).equals(String.valueOf(expected)), "%s to be %s".formatted(pointer, expected));
	}

	/** Expects a condition of the value at a JSON pointer, described by a sentence. */
	public GatewayResponse has(String pointer, String sentence, Predicate<JsonNode> expected) {
		return expect(expected.test(at(pointer)), "%s %s".formatted(pointer, sentence));
	}

	/** Expects a condition, described by a sentence. */
	public GatewayResponse expect(boolean condition, String sentence) {
		if (!condition) {
			throw new UnexpectedAnswerException(sentence, this);
		}
		return this;
	}

	/** Returns status, code and detail of a problem in one line. */
	public String refusal() {
		return "%d %s: %s".formatted(this.status, text("/code"), text("/detail"));
	}

	/** Returns the value at a JSON pointer, or a missing node. */
	public JsonNode at(String pointer) {
		return json().at(pointer);
	}

	/** Returns the scalar at a JSON pointer as text; empty if it is missing. */
	public String text(String pointer) {
		return at(pointer).asString("");
	}

	/** Returns the first value of a header; empty if it is missing. */
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
