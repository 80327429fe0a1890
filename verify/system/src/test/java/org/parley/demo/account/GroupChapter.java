package org.parley.demo.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import tools.jackson.databind.json.JsonMapper;

/** A group with a category of its own, and a directory that provisions it by SCIM. */
public final class GroupChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String TOKENS = "/admin/directory-tokens";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final DemoState demoState;

	public GroupChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("The admin gives a group a category that is closed to others", this::group),
				new DemoStep("A newcomer who is invited into the group reads the category at once", this::invite),
				new DemoStep("A directory creates an account and adds it to the group, by SCIM", this::provision),
				new DemoStep("The directory suspends an account, whose session ends", this::suspend));
	}

	private String group() {
		var admin = this.demoState.user("admin");
		var slug = this.demoState.unique("board");
		var group = admin.post("/admin/groups", Map.of("name", slug)).is(201).text("/data/id");
		this.demoState.store("group", group);
		admin
			.post("/categories", Map.of("slug", slug, "name", slug, "read", "admins", "post", "admins", "readGroups",
					List.of(group), "postGroups", List.of(group)))
			.is(201);
		return this.demoState.user("bob").get(category()).refused(404, "category.not-found").refusal();
	}

	private String invite() {
		var invited = this.demoState.user("admin")
			.post("/users/me/invitations", Map.of("groups", List.of(this.demoState.value("group"))))
			.is(201)
			.text("/data/token");
		var name = this.demoState.unique("rosa");
		var registered = this.demoState.guest()
			.post("/auth/register",
					Map.of("name", "Rosa", "username", name, "email", name + "@example.org", "password",
							"five words for the board", "invitation", invited))
			.is(201);
		this.demoState.store("rosa", registered.text("/data/user/id"));
		return this.demoState.signIn("rosa", registered).get(category()).is(200).text("/data/name");
	}

	private String provision() {
		var created = this.demoState.user("admin")
			.post(TOKENS,
					Map.of("description", "The directory", "password", this.demoState.account("admin").password()))
			.is(201);
		this.demoState.store("directory", created.text("/data/token"));
		this.demoState.store("directory-id", created.text("/data/id"));
		var name = this.demoState.unique("sam") + "@example.org";
		var person = scim("POST", "/Users", Map.of("userName", name, "displayName", "Sam", "active", true)).is(201);
		var group = "/Groups/" + this.demoState.value("group");
		patch(group, Map.of("op", "add", "path", "members", "value", List.of(Map.of("value", person.text("/id")))));
		return scim("GET", group, null).is(200)
			.has("/members", "two members", (members) -> members.size() == 2)
			.text("/displayName");
	}

	private String suspend() {
		var rosa = "/Users/" + this.demoState.value("rosa");
		patch(rosa, Map.of("op", "replace", "path", "active", "value", false));
		var refusal = Await.within(SOON, () -> this.demoState.user("rosa").get("/users/me").is(401)).refusal();
		this.demoState.user("admin").delete(TOKENS + "/" + this.demoState.value("directory-id")).is(204);
		scim("GET", rosa, null).is(401);
		return refusal;
	}

	private String category() {
		return "/categories/" + this.demoState.unique("board");
	}

	private void patch(String path, Map<String, Object> operation) {
		scim("PATCH", path, Map.of("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"), "Operations",
				List.of(operation)))
			.is(200);
	}

	/** SCIM is not below the API's path. */
	private GatewayResponse scim(String method, String path, @Nullable Object body) {
		var directory = this.demoState.guest();
		var headers = new LinkedHashMap<>(directory.headers());
		headers.put("Authorization", "Bearer " + this.demoState.value("directory"));
		headers.put("Content-Type", "application/scim+json");
		return directory.send(new GatewayRequest(method, "/scim/v2" + path, headers,
				(body != null) ? JSON.writeValueAsBytes(body) : null));
	}

}
