package org.parley.gateway.usage;

import tools.jackson.databind.JsonNode;

/**
 * A personal token or an app of the caller, as auth-service lists it.
 *
 * @param id of the token, or the {@code client_id}
 * @param name chosen by its owner
 */
record OwnedProgram(String id, String name) {

	static OwnedProgram of(JsonNode item) {
		return new OwnedProgram(item.path("id").asString(), item.path("name").asString());
	}

}
