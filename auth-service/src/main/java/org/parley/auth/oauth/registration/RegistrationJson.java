package org.parley.auth.oauth.registration;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object of client metadata. Null values are treated as absent. */
record RegistrationJson(JsonNode object) {

	/**
	 * Parses the body.
	 * @throws RefusedMetadataException when it is not a JSON object
	 */
	static RegistrationJson read(byte @Nullable [] body, JsonMapper json) {
		try {
			var object = json.readTree((body != null) ? body : new byte[0]);
			if (!object.isObject()) {
				throw RefusedMetadataException.notAnObject();
			}
			return new RegistrationJson(object);
		}
		catch (JacksonException ex) {
			throw RefusedMetadataException.notAnObject();
		}
	}

	boolean has(String name) {
		return this.object.hasNonNull(name);
	}

	/**
	 * A string; null when it is absent.
	 * @throws RefusedMetadataException when it has another type
	 */
	@Nullable String text(String name) {
		if (!has(name)) {
			return null;
		}
		if (!this.object.path(name).isString()) {
			throw RefusedMetadataException.about(name, "must be a string");
		}
		return this.object.path(name).asString();
	}

	/**
	 * A list of strings; the default when it is absent.
	 * @throws RefusedMetadataException when it has another type
	 */
	List<String> texts(String name, List<String> defaults) {
		if (!has(name)) {
			return defaults;
		}
		var list = this.object.path(name);
		if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
			throw RefusedMetadataException.about(name, "must be a list of strings");
		}
		return list.valueStream().map(JsonNode::asString).toList();
	}

	/**
	 * A boolean; false when it is absent.
	 * @throws RefusedMetadataException when it has another type
	 */
	boolean flag(String name) {
		if (has(name) && !this.object.path(name).isBoolean()) {
			throw RefusedMetadataException.about(name, "must be true or false");
		}
		return this.object.path(name).asBoolean(false);
	}

}
