package org.parley.resilience.decision;

import java.util.Map;

import org.parley.launcher.client.ApiUser;

/**
 * Where the authors of a drill write.
 *
 * @param category the slug of a category
 * @param room the id of a room
 */
record DecisionPlaces(String category, String room) {

	static DecisionPlaces open(ApiUser admin, String run) {
		var name = "Decisions " + run;
		var category = "decisions-" + run;
		admin.post("/categories", Map.of("slug", category, "name", name)).is(201);
		var room = admin.post("/chat/conversations", Map.of("kind", "room", "name", name)).is(201);
		return new DecisionPlaces(category, room.text("/data/id"));
	}

}
