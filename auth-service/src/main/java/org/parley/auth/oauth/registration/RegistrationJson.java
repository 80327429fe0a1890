package org.parley.auth.oauth.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON object in which a program describes itself. What is null is as if it were not
 * there.
 *
 * @param said the object
 */
record RegistrationJson(JsonNode said) {

	/**
	 * Reads it.
	 * @throws RefusedMetadataException when it is none
	 */
	static RegistrationJson read(byte @Nullable [] body, JsonMapper json) {
		try {
			var said = json.readTree((body != null) ? body : new byte[0]);
			if (!said.isObject()) {
				throw RefusedMetadataException.noObject();
			}
			return new RegistrationJson(said);
		}
		catch (JacksonException ex) {
			throw RefusedMetadataException.noObject();
		}
	}

	boolean has(String name) {
		return this.said.hasNonNull(name);
	}

	/**
	 * A text, or null when it is not there.
	 * @throws RefusedMetadataException when it is something else
	 */
	@Nullable String text(String name) {
		if (!has(name)) {
			return null;
		}
		if (!this.said.path(name).isString()) {
			throw RefusedMetadataException.about(name, "must be a text");
		}
		return this.said.path(name).asString();
	}

	/**
	 * Texts, or these when it is not there.
	 * @throws RefusedMetadataException when it is something else
	 */
	List<String> texts(String name, List<String> otherwise) {
		if (!has(name)) {
			return otherwise;
		}
		var list = this.said.path(name);
		if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
			throw RefusedMetadataException.about(name, "must be a list of texts");
		}
		return list.valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * Whether it is so; what is not there is not.
	 * @throws RefusedMetadataException when it is something else
	 */
	boolean flag(String name) {
		if (has(name) && !this.said.path(name).isBoolean()) {
			throw RefusedMetadataException.about(name, "must be true or false");
		}
		return this.said.path(name).asBoolean(false);
	}

}
