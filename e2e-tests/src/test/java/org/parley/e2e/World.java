package org.parley.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Person;

/**
 * People, and a category, a thread and a post to try things on. There are as many people
 * as it takes that none of them meets the limit of writes per minute.
 */
final class World {

	/** Fewer than one person may write in a minute. */
	private static final int WRITES_EACH = 25;

	private static final Map<String, String> JOBS = Map.of("auth-service", "update-user-activity", "forum-service",
			"generate-statistics", "notification-service", "digest-mail");

	private static final String ADDRESS = "X-Forwarded-For";

	private static final String PASSWORD = "four words are enough";

	private final Gateway gateway;

	private final Map<String, Crowd> crowds = new HashMap<>();

	private final Map<String, String> ids = new HashMap<>();

	private final Person owner;

	private final String token;

	World(Gateway gateway, Person admin) {
		this.gateway = gateway;
		List.of("user", "moderator", "admin").forEach((role) -> this.crowds.put(role, new Crowd(role, admin)));
		var registered = register();
		this.token = registered.text("/data/accessToken");
		this.owner = guest().signedIn(this.token);
		this.ids.put("users", registered.text("/data/user/username"));
		this.ids.put("members", registered.text("/data/user/username"));
		this.ids.put("admin", registered.text("/data/user/id"));
		furnish(admin);
	}

	private void furnish(Person admin) {
		var category = admin.post("/categories", Map.of("slug", unique("attempts"), "name", unique("Attempts")));
		this.ids.put("categories", category.is(201).text("/data/slug"));
		var thread = this.owner.post("/threads", Map.of("category", this.ids.get("categories"), "title",
				"A thread to try", "content", "Go on.", "tags", List.of("attempts")));
		this.ids.put("tags", "attempts");
		this.ids.put("threads", thread.is(201).text("/data/id"));
		var post = this.owner.post("/posts", Map.of("threadId", this.ids.get("threads"), "content", "A post to try"));
		this.ids.put("posts", post.is(201).text("/data/id"));
		var draft = this.owner.post("/drafts", Map.of("content", "A draft to try"));
		this.ids.put("drafts", draft.is(201).text("/data/id"));
		var subscription = admin.post("/webhook/subscriptions",
				Map.of("url", "https://example.org/hook", "events", List.of("thread.archived")));
		this.ids.put("webhook", subscription.is(201).text("/data/id"));
		this.ids.put("notifications", "01JZZZZZZZZZZZZZZZZZZZZZZY");
		this.ids.put("auth", this.owner.get("/auth/sessions").is(200).text("/data/0/id"));
	}

	Person guest() {
		return this.gateway.guest();
	}

	/** The access token of a user. */
	String token() {
		return this.token;
	}

	Person user(Endpoint endpoint) {
		return crowd("user").somebody(endpoint);
	}

	Person moderator(Endpoint endpoint) {
		return crowd("moderator").somebody(endpoint);
	}

	/** An admin who changes something, whatever the endpoint does. */
	Person writingAdmin() {
		return crowd("admin").writer();
	}

	/** Somebody who may use the endpoint, though perhaps not on another's things. */
	Person allowed(Endpoint endpoint) {
		return switch (endpoint.who()) {
			case ANYONE -> guest();
			case USER, OWNER -> user(endpoint);
			case MODERATOR -> moderator(endpoint);
			case ADMIN -> crowd("admin").somebody(endpoint);
		};
	}

	/** Somebody who may use the endpoint on the things of this world. */
	Person owner(Endpoint endpoint) {
		return (endpoint.who() == Endpoint.Who.OWNER) ? this.owner : allowed(endpoint);
	}

	/** The endpoint's path, leading to a thing of this world. */
	String path(Endpoint endpoint) {
		return endpoint.namesSomething() ? endpoint.pathOf(id(endpoint.path())) : endpoint.path();
	}

	private String id(String path) {
		var steps = path.split("/", -1);
		if (path.contains("/jobs/")) {
			return known(JOBS, steps[2]);
		}
		return known(this.ids, steps[1].equals("feeds") ? steps[2] : steps[1]);
	}

	/** A body that the endpoint would take. */
	Map<String, Object> body(Endpoint endpoint) {
		var body = new LinkedHashMap<String, Object>();
		endpoint.body()
			.stream()
			.filter((field) -> field.required() || endpoint.method().equals("PATCH"))
			.forEach((field) -> body.put(field.name(), example(field.name())));
		return body;
	}

	private Object example(String field) {
		return switch (field) {
			case "threadId" -> known(this.ids, "threads");
			case "postId" -> known(this.ids, "posts");
			case "reason" -> "spam";
			case "category" -> known(this.ids, "categories");
			case "email" -> unique("somebody") + "@example.org";
			case "username", "slug", "login" -> unique("some");
			case "password", "currentPassword", "newPassword" -> PASSWORD;
			case "colour" -> "#336699";
			case "role" -> "user";
			case "decision" -> "dismiss";
			case "read", "post" -> "members";
			case "avatarUrl" -> "https://example.org/a.png";
			case "locale" -> "en-GB";
			case "timeZone" -> "Europe/London";
			case "url" -> "https://example.org/hook";
			case "events" -> List.of("thread.archived");
			case "status" -> "disabled";
			case "tags" -> List.of("bread");
			case "scopes" -> List.of("profile");
			case "expiresAt" -> Instant.now().plus(Duration.ofDays(30)).toString();
			case "kinds" -> List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "now"));
			case "value", "order", "number" -> 1;
			case "from" -> 2;
			case "level" -> "following";
			default -> "Some text";
		};
	}

	private Answer register() {
		var name = unique("try");
		return guest()
			.post("/auth/register",
					Map.of("name", "Somebody", "username", name, "email", name + "@example.org", "password", PASSWORD))
			.is(201);
	}

	private Crowd crowd(String role) {
		return known(this.crowds, role);
	}

	private static String unique(String name) {
		return name + "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
	}

	private static <T> T known(Map<String, T> things, String name) {
		var thing = things.get(name);
		if (thing == null) {
			throw new IllegalStateException("No " + name + " in this world");
		}
		return thing;
	}

	/**
	 * People of one role, of whom the next one comes when one has written enough. They
	 * call from another address each time.
	 */
	private final class Crowd {

		private final String role;

		private Person next;

		private int writes = WRITES_EACH;

		/**
		 * Of nobody yet.
		 * @param next who appoints the first one, in whose place they come
		 */
		private Crowd(String role, Person next) {
			this.role = role;
			this.next = next;
		}

		Person somebody(Endpoint endpoint) {
			return somebody(endpoint.reads() ? 0 : 1);
		}

		Person writer() {
			return somebody(1);
		}

		private Person somebody(int more) {
			if (this.writes >= WRITES_EACH) {
				this.next = newcomer();
				this.writes = 0;
			}
			this.writes += more;
			return this.next.with(ADDRESS, guest().headers().getOrDefault(ADDRESS, ""));
		}

		private Person newcomer() {
			var registered = register();
			if (!this.role.equals("user")) {
				appoint(registered.text("/data/user/id"));
			}
			var again = guest().post("/auth/login",
					Map.of("login", registered.text("/data/user/username"), "password", PASSWORD));
			return guest().signedIn(again.is(200).text("/data/accessToken"));
		}

		/** Admins appoint the one who comes after them. */
		private void appoint(String user) {
			var appointing = this.role.equals("admin") ? this.next : crowd("admin").writer();
			appointing.put("/admin/users/%s/role".formatted(user), Map.of("role", this.role)).is(200);
		}

	}

}
