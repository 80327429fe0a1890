package org.parley.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who have registered a moment ago are known to all services, although the events
 * of their registration may not have arrived: in every operation of the API that takes a
 * username.
 */
@EndToEnd
class NewcomerIT {

	/** Takes a name that nobody has yet. */
	private static final String RENAMING = "PATCH /admin/users/{id} username";

	private static final Duration SOON = Duration.ofSeconds(20);

	/** Properties that contain usernames. */
	private static final Pattern USERNAME = Pattern.compile("(?i)\\w*username|author|members?|recipients?|mentions?");

	private static final String API = "/api/v1";

	private final TestUsers testUsers;

	private final JsonNode document;

	private final ApiUser caller;

	private final Map<String, String> variables;

	private final String group;

	NewcomerIT(RunningSystem system) {
		this.testUsers = new TestUsers(system.gateway(), system.signedIn("admin"));
		this.document = system.document().at("");
		this.caller = this.testUsers.writingAdmin();
		this.variables = Map.of("id",
				this.caller.post("/chat/conversations", Map.of("kind", "group")).is(201).text("/data/id"), "slug",
				this.caller
					.post("/categories",
							Map.of("slug", TestUsers.unique("newcomers"), "name", TestUsers.unique("Newcomers")))
					.is(201)
					.text("/data/slug"));
		this.group = this.caller.post("/admin/groups", Map.of("name", TestUsers.unique("Newcomers")))
			.is(201)
			.text("/data/id");
	}

	@TestFactory
	Stream<DynamicTest> newcomerIsFoundByEveryOperation() {
		var operations = operations();
		assertThat(operations).extracting(Operation::toString)
			.contains("PUT /social/people/{username}/follow username", "POST /chat/conversations members",
					"PUT /chat/conversations/{id}/members/{username} username", "GET /members/{username} username",
					"PUT /categories/{slug}/moderators/{username} username", "GET /threads author");
		return operations.stream()
			.filter((operation) -> !operation.toString().equals(RENAMING))
			.map((operation) -> DynamicTest.dynamicTest(operation.toString(), () -> assertFinds(operation)));
	}

	@Test
	void newcomerIsSuggested() {
		var name = newcomer();
		assertThat(this.caller.get("/members?q=" + name).is(200).text("/data/0/username")).isEqualTo(name);
	}

	@Test
	void mentionedNewcomersAreNotified() {
		var ofPost = this.testUsers.register(TestUsers.unique("new"));
		var ofThread = this.testUsers.register(TestUsers.unique("new"));
		this.caller
			.post("/social/posts",
					Map.of("text", "Hello @" + ofPost.text("/data/user/username"), "visibility", "public"))
			.is(201);
		this.caller.post("/threads", Map.of("category", this.variables.get("slug"), "title", "A new member", "content",
				"Hello @" + ofThread.text("/data/user/username")))
			.is(201);
		for (var registered : List.of(ofPost, ofThread)) {
			var newcomer = this.testUsers.guest().signedIn(registered.text("/data/accessToken"));
			assertThat(Await.until(SOON, Duration.ofMillis(100),
					() -> newcomer.get("/notifications").is(200).text("/data/0/kind").equals("mention")))
				.isTrue();
		}
	}

	private void assertFinds(Operation operation) {
		for (var choice : operation.choices()) {
			var unknown = call(operation, choice, TestUsers.unique("nobody"));
			var found = call(operation, choice, newcomer());
			found.expect(
					!found.text("/code").endsWith("not-found") || !found.text("/code").equals(unknown.text("/code")),
					"the newcomer to be found");
			found.expect(found.status() < 500, "no failure");
		}
	}

	private String newcomer() {
		return this.testUsers.register(TestUsers.unique("new")).text("/data/user/username");
	}

	private GatewayResponse call(Operation operation, Map<String, Object> choice, String username) {
		var path = operation.path().replace("{username}", username).replace("/groups/{id}", "/groups/" + this.group);
		for (var variable : this.variables.entrySet()) {
			path = path.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		if (operation.place().equals("query")) {
			path += "?" + operation.property() + "=" + username;
		}
		var body = new LinkedHashMap<>(choice);
		if (operation.place().equals("body")) {
			body.put(operation.property(), operation.isList() ? List.of(username) : username);
		}
		var hasBody = operation.place().equals("body") || List.of("PUT", "POST").contains(operation.method());
		return this.caller.send(this.caller.request(operation.method(), path, hasBody ? body : null));
	}

	/** Finds what takes a username in the OpenAPI document. */
	private List<Operation> operations() {
		var found = new ArrayList<Operation>();
		this.document.path("paths").forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
			if (path.startsWith(API)) {
				var name = method.toUpperCase(Locale.ROOT);
				found.addAll(parameters(name, path.substring(API.length()), operation));
				found.addAll(properties(name, path.substring(API.length()), operation));
			}
		}));
		return found;
	}

	private List<Operation> parameters(String method, String path, JsonNode operation) {
		return operation.path("parameters")
			.valueStream()
			.filter((parameter) -> USERNAME.matcher(parameter.path("name").asString()).matches())
			.map((parameter) -> new Operation(method, path, parameter.path("in").asString(),
					parameter.path("name").asString(), false, List.of(Map.of())))
			.toList();
	}

	private List<Operation> properties(String method, String path, JsonNode operation) {
		var schema = resolve(operation.at("/requestBody/content/application~1json/schema"));
		return schema.path("properties")
			.propertyStream()
			.filter((property) -> USERNAME.matcher(property.getKey()).matches())
			.map((property) -> new Operation(method, path, "body", property.getKey(),
					property.getValue().path("items").path("type").asString("").equals("string"), choices(schema)))
			.toList();
	}

	/** A body for each value of a required property with a list of values. */
	private List<Map<String, Object>> choices(JsonNode schema) {
		return schema.path("required")
			.valueStream()
			.map(JsonNode::asString)
			.filter((name) -> resolve(schema.path("properties").path(name)).has("enum"))
			.findFirst()
			.map((name) -> resolve(schema.path("properties").path(name)).path("enum")
				.valueStream()
				.map((value) -> Map.<String, Object>of(name, value.asString()))
				.toList())
			.orElse(List.of(Map.of()));
	}

	private JsonNode resolve(JsonNode schema) {
		var reference = schema.path("$ref").asString("");
		return reference.isEmpty() ? schema : this.document.at(reference.substring(1));
	}

	/**
	 * A place in the API that takes a username.
	 *
	 * @param method the HTTP method
	 * @param path the path below {@code /api/v1}
	 * @param place {@code path}, {@code query} or {@code body}
	 * @param property the name of the parameter or property
	 * @param isList whether it is a list of usernames
	 * @param choices the other properties of bodies to try
	 */
	private record Operation(String method, String path, String place, String property, boolean isList,
			List<Map<String, Object>> choices) {

		@Override
		public String toString() {
			return this.method + " " + this.path + " " + this.property;
		}

	}

}
