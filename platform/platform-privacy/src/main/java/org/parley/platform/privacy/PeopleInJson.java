package org.parley.platform.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The people whom JSON names: objects with an id, a username and a displayed name. */
public final class PeopleInJson {

	private static final List<String> PICTURES = List.of("avatarUrl", "avatarPath");

	private PeopleInJson() {
	}

	/** Collects the ids of all people. */
	public static Set<String> ids(JsonNode node) {
		var people = new HashSet<String>();
		collect(node, people);
		return people;
	}

	/** Names erased people as {@link DeletedUser}, without their pictures. */
	public static void rename(JsonNode node, Set<String> erased) {
		if (isPerson(node) && node instanceof ObjectNode person && erased.contains(person.path("id").asString(""))) {
			person.put("username", DeletedUser.USERNAME).put("displayName", DeletedUser.DISPLAY_NAME).remove(PICTURES);
		}
		else if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.forEach((inner) -> rename(inner, erased));
		}
	}

	private static void collect(JsonNode node, Set<String> people) {
		if (isPerson(node)) {
			people.add(node.path("id").asString(""));
		}
		if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.forEach((inner) -> collect(inner, people));
		}
	}

	private static boolean isPerson(JsonNode node) {
		return node.path("id").isString() && node.has("username") && node.has("displayName");
	}

}
