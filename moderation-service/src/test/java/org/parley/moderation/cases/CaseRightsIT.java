package org.parley.moderation.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.MappedEndpoint;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Verifies the rights of every role on every endpoint for every readers rule. An endpoint
 * without an entry in {@link #ENDPOINTS} fails.
 */
class CaseRightsIT extends ModerationIT {

	private static final Map<String, Kind> ENDPOINTS = Map.ofEntries(Map.entry("GET /admin/cases", Kind.CASES),
			Map.entry("GET /admin/incidents", Kind.INCIDENTS), Map.entry("GET /admin/cases/{id}", Kind.CASE),
			Map.entry("POST /admin/cases/{id}/claim", Kind.CASE),
			Map.entry("POST /admin/cases/{id}/release", Kind.CASE),
			Map.entry("POST /admin/cases/{id}/decide", Kind.CASE), Map.entry("GET /admin/cases/{id}/notes", Kind.CASE),
			Map.entry("POST /admin/cases/{id}/notes", Kind.CASE), Map.entry("POST /admin/cases/decide", Kind.BULK),
			Map.entry("GET /admin/moderation-service/policy", Kind.ADMINISTRATION),
			Map.entry("GET /admin/policies", Kind.POLICIES), Map.entry("POST /admin/policies", Kind.POLICIES),
			Map.entry("GET /admin/policies/{id}", Kind.POLICY), Map.entry("PATCH /admin/policies/{id}", Kind.POLICY),
			Map.entry("DELETE /admin/policies/{id}", Kind.POLICY),
			Map.entry("POST /admin/policies/{id}/activate", Kind.POLICY),
			Map.entry("POST /admin/policies/{id}/try", Kind.POLICY),
			Map.entry("GET /admin/policy-changes", Kind.POLICIES),
			Map.entry("POST /admin/policies/{id}/shadow-runs", Kind.POLICY),
			Map.entry("POST /admin/policies/{id}/replays", Kind.POLICY),
			Map.entry("GET /admin/shadow-runs", Kind.POLICIES), Map.entry("GET /admin/replays", Kind.POLICIES),
			Map.entry("GET /admin/shadow-runs/{id}", Kind.UNKNOWN),
			Map.entry("POST /admin/shadow-runs/{id}/stop", Kind.UNKNOWN),
			Map.entry("GET /admin/shadow-runs/{id}/samples", Kind.UNKNOWN),
			Map.entry("GET /admin/replays/{id}", Kind.UNKNOWN),
			Map.entry("POST /admin/replays/{id}/cancel", Kind.UNKNOWN),
			Map.entry("GET /admin/replays/{id}/samples", Kind.UNKNOWN),
			Map.entry("POST /admin/cases/{id}/reverse", Kind.CASE), Map.entry("GET /admin/appeals", Kind.APPEALS),
			Map.entry("GET /admin/appeals/{id}", Kind.APPEAL),
			Map.entry("POST /admin/appeals/{id}/decide", Kind.APPEAL), Map.entry("GET /moderation/log", Kind.PUBLIC),
			Map.entry("GET /moderation/log/feed", Kind.PUBLIC), Map.entry("GET /moderation/privacy", Kind.PUBLIC),
			Map.entry("GET /admin/moderation-statistics", Kind.STATISTICS),
			Map.entry("GET /moderation/statements", Kind.STATEMENTS),
			Map.entry("GET /moderation/statements/{id}", Kind.STATEMENT),
			Map.entry("POST /moderation/statements/{id}/appeal", Kind.STATEMENT),
			Map.entry("POST /moderation/statements/by-token", Kind.TOKEN),
			Map.entry("POST /moderation/statements/by-token/appeal", Kind.TOKEN));

	private final TestUser author = TestUser.with();

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	/** Resources that only refused requests have seen; these change nothing. */
	private final Map<String, String> unchanged = new HashMap<>();

	private String elsewhere = "";

	private final TestUser moderatorElsewhere = TestUser.with();

	@BeforeEach
	void openAnotherCategory() {
		this.elsewhere = Ids.next();
		openCategory(this.elsewhere, "anyone", this.moderatorElsewhere.id());
	}

	@Test
	void everyEndpointHasTestEntry() {
		assertThat(endpoints()).isEqualTo(ENDPOINTS.keySet());
	}

	@TestFactory
	Stream<DynamicTest> everyRoleGetsExpectedStatus() {
		return Stream.of(Readers.values()).flatMap((readers) -> {
			var setting = open(readers);
			return endpoints().stream()
				.filter((endpoint) -> isTried(endpoint, readers))
				.sorted()
				.flatMap((endpoint) -> Stream.of(Role.values())
					.map((role) -> dynamicTest("%s by %s, readers %s".formatted(endpoint, role, readers),
							() -> check(endpoint, role, setting))));
		});
	}

	@Test
	void tokenModeratesOnlyWithItsScope() {
		var setting = open(Readers.MEMBERS);
		var path = path(this.forum.createReportedPost(this.author, setting.category()));
		var local = setting.user(Role.MODERATOR_HERE);
		assertRefused(this.client.get(withScope(local, "threads:read threads:write"), path), 403, "auth.scope-missing");
		assertThat(this.client.get(withScope(local, "moderation"), path).status()).isEqualTo(200);
		var closed = path(this.forum.createReportedPost(this.author, open(Readers.ADMINISTRATORS).category()));
		var admin = new TestUser(Ids.next(), "admin",
				TestTokens.claims(Ids.next(), "admin", "admin").claim("scope", "moderation").sign());
		assertRefused(this.client.get(admin, closed), 404, "case.not-found");
	}

	@Test
	void dismissalEndsRights() {
		var setting = open(Readers.EVERYBODY);
		var local = setting.user(Role.MODERATOR_HERE);
		var path = path(this.forum.createReportedPost(this.author, setting.category()));
		assertThat(this.client.get(local, path).status()).isEqualTo(200);
		this.forum.publishCategory("category.changed", setting.category(), "anyone", List.of(), 1);
		eventually().untilAsserted(() -> assertRefused(this.client.get(local, path), 403, "auth.forbidden"));
		this.forum.publishCategory("category.created", setting.category(), "anyone", List.of(local.id()), 0);
		openCategory(Ids.next(), "anyone");
		assertRefused(this.client.get(local, path), 403, "auth.forbidden");
	}

	@Test
	void closingCategoryEndsRights() {
		var setting = open(Readers.EVERYBODY);
		var path = path(this.forum.createReportedPost(this.author, setting.category()));
		var moderator = TestUser.with("moderator");
		var claimed = this.client.post(moderator, path + "/claim", null);
		assertThat(claimed.status()).isEqualTo(200);
		this.forum.publishCategory("category.changed", setting.category(), "admin", List.of(), 1);
		eventually().untilAsserted(() -> assertRefused(this.client.get(moderator, path), 404, "case.not-found"));
		assertRefused(this.client.post(moderator, path + "/decide", Map.of("decision", "dismiss"), "If-Match",
				claimed.header("ETag")), 404, "case.not-found");
		assertRefused(this.client.post(moderator, path + "/release", null), 404, "case.not-found");
	}

	@Test
	void removedCategoryIsForAdministratorsOnly() {
		var setting = open(Readers.EVERYBODY);
		var path = path(this.forum.createReportedPost(this.author, setting.category()));
		this.forum.publishCategory("category.removed", setting.category(), "", List.of(), 0);
		var moderator = TestUser.with("moderator");
		eventually().untilAsserted(() -> assertRefused(this.client.get(moderator, path), 404, "case.not-found"));
		this.forum.publishCategory("category.changed", setting.category(), "anyone", List.of(), 7);
		openCategory(Ids.next(), "anyone");
		assertRefused(this.client.get(moderator, path), 404, "case.not-found");
		assertThat(this.client.get(TestUser.with("admin"), path).status()).isEqualTo(200);
	}

	@Test
	void bannedMemberModeratesNothing() {
		var setting = open(Readers.EVERYBODY);
		var local = setting.user(Role.MODERATOR_HERE);
		assertThat(this.client.get(local, "/admin/cases").status()).isEqualTo(200);
		account("user.banned", local, 1, "banned");
		eventually().untilAsserted(() -> assertRefused(this.client.get(local, "/admin/cases"), 403, "auth.forbidden"));
		account("user.unbanned", local, 2, "active");
		eventually().untilAsserted(() -> assertThat(this.client.get(local, "/admin/cases").status()).isEqualTo(200));
	}

	@Test
	void caseOfUnknownCategoryIsUnavailableToModerators() {
		var unknown = Ids.next();
		var post = this.forum.createReportedPost(this.author, unknown);
		var path = path(post);
		var moderator = TestUser.with("moderator");
		var early = this.client.get(moderator, path);
		assertRefused(early, 503, "case.category-unknown");
		assertThat(early.header("Retry-After")).isEqualTo("2");
		assertRefused(this.client.post(moderator, path + "/claim", null), 503, "case.category-unknown");
		assertThat(ids(this.client.get(moderator, "/admin/cases?limit=100"))).doesNotContain(id(path));
		assertThat(this.client.get(TestUser.with("admin"), path).status()).isEqualTo(200);
		assertRefused(this.client.get(moderator, "/admin/cases/" + Ids.next()), 404, "case.not-found");
		this.forum.publishCategory("category.snapshot", unknown, "user", List.of(), 3);
		eventually().untilAsserted(() -> assertThat(this.client.get(moderator, path).status()).isEqualTo(200));
	}

	@Test
	void onlyAdministratorsBan() {
		var setting = open(Readers.EVERYBODY);
		var post = this.forum.createReportedPost(this.author, setting.category());
		var path = path(post) + "/decide";
		var ban = Map.of("decision", "ban", "note", "Enough.", "until", "2030-01-01T00:00:00Z");
		for (var role : List.of(Role.MODERATOR_HERE, Role.MODERATOR)) {
			assertRefused(this.client.post(setting.user(role), path, ban), 403, "case.ban-needs-admin");
		}
		assertRefused(this.client.post(this.moderatorElsewhere, path, ban), 404, "case.not-found");
		assertThat(this.client.post(TestUser.with("admin"), path, ban).status()).isEqualTo(200);
		eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", post)).singleElement()
			.satisfies((event) -> assertThat(event.at("/data/until").asString()).isEqualTo("2030-01-01T00:00:00Z")));
	}

	@Test
	void administratorIsNotBanned() {
		var setting = open(Readers.EVERYBODY);
		var author = TestUser.with("admin");
		this.forum.publishAccount("user.role-changed", author, 1,
				Map.of("roles", List.of("user", "moderator", "admin")));
		eventually().until(() -> this.mongo.findById(author.id(), Document.class, "authors") != null);
		var path = path(this.forum.createReportedPost(author, setting.category())) + "/decide";
		var admin = TestUser.with("admin");
		var ban = Map.of("decision", "ban", "note", "Enough.", "until", "2030-01-01T00:00:00Z");
		assertRefused(this.client.post(admin, path, ban), 409, "user.ban-admin");
		assertThat(this.client.post(admin, path, Map.of("decision", "remove")).status()).isEqualTo(200);
	}

	@Test
	void decisionEventNamesRoleOfModerator() {
		var setting = open(Readers.EVERYBODY);
		var roles = Map.of(Role.MODERATOR_HERE, "user", Role.MODERATOR, "moderator", Role.ADMINISTRATOR, "admin");
		roles.forEach((role, authority) -> {
			var post = this.forum.createReportedPost(this.author, setting.category());
			this.client.post(setting.user(role), path(post) + "/decide", Map.of("decision", "remove"));
			eventually().untilAsserted(() -> assertThat(this.forum.published("case.decided", post)).singleElement()
				.satisfies((event) -> assertThat(event.at("/data/authority").asString()).isEqualTo(authority)));
		});
	}

	@Test
	void pagesAreFullAndHoldOnlyReadableCases() {
		var here = open(Readers.EVERYBODY);
		var other = open(Readers.ADMINISTRATORS);
		var mine = Stream.generate(() -> {
			path(this.forum.createReportedPost(this.author, other.category()));
			return id(path(this.forum.createReportedPost(this.author, here.category())));
		}).limit(5).toList().reversed();
		var reader = here.user(Role.MODERATOR_HERE);
		for (var status : List.of("", "&status=open")) {
			var first = this.client.get(reader, "/admin/cases?limit=2" + status);
			assertThat(ids(first)).isEqualTo(mine.subList(0, 2));
			var second = this.client.get(reader, "/admin/cases?limit=2" + status + "&cursor=" + cursor(first, "next"));
			assertThat(ids(second)).isEqualTo(mine.subList(2, 4));
			var third = this.client.get(reader, "/admin/cases?limit=2" + status + "&cursor=" + cursor(second, "next"));
			assertThat(ids(third)).hasSize(2).startsWith(mine.getLast());
			assertThat(cursor(third, "next")).isEmpty();
			var back = this.client.get(reader, "/admin/cases?limit=2" + status + "&cursor=" + cursor(third, "prev"));
			assertThat(ids(back)).isEqualTo(mine.subList(2, 4));
		}
	}

	/**
	 * Each endpoint is tried where everybody and where only administrators read, and one
	 * of each kind for the readers between them.
	 */
	private static boolean isTried(String endpoint, Readers readers) {
		return switch (readers) {
			case EVERYBODY -> true;
			case ADMINISTRATORS -> dependsOnReaders(endpoint);
			case MEMBERS, MODERATORS -> dependsOnReaders(endpoint) && endpoint.startsWith("GET");
		};
	}

	/** Whether its rights depend on who reads a category. */
	private static boolean dependsOnReaders(String endpoint) {
		return switch (Objects.requireNonNull(ENDPOINTS.get(endpoint), endpoint + " has no entry")) {
			case CASES, INCIDENTS, CASE, APPEALS, APPEAL, BULK, STATISTICS -> true;
			case STATEMENTS, STATEMENT, TOKEN, POLICIES, POLICY, UNKNOWN, PUBLIC, ADMINISTRATION -> false;
		};
	}

	private void check(String endpoint, Role role, Setting setting) {
		var kind = Objects.requireNonNull(ENDPOINTS.get(endpoint), endpoint + " has no entry");
		var path = endpoint.substring(endpoint.indexOf('/'));
		if (kind == Kind.UNKNOWN) {
			path = path.replace("{id}", Ids.next());
		}
		var name = endpoint + " in " + setting.category();
		if (path.contains("{id}")) {
			path = path.replaceFirst("^.*\\{id}", this.unchanged.computeIfAbsent(name,
					(_) -> resource(kind, setting, endpoint.endsWith("/reverse"))));
		}
		if (endpoint.endsWith("/activate")) {
			path = "/admin/policies/" + this.activePolicy.current().id() + "/activate";
		}
		if (endpoint.endsWith("/replays") && endpoint.startsWith("POST")) {
			this.mongo.remove(new Query(Criteria.where("status").is("RUNNING")), "replays");
		}
		if (kind == Kind.APPEALS) {
			this.unchanged.computeIfAbsent(name, (_) -> resource(Kind.APPEAL, setting, true));
			path += "?limit=100";
		}
		var reply = this.client.call(setting.user(role), method(endpoint), path, body(endpoint));
		if (reply.status() < 300 && !endpoint.startsWith("GET")) {
			this.unchanged.remove(name);
		}
		var expected = (kind == Kind.POLICIES || kind == Kind.POLICY || kind == Kind.UNKNOWN) ? expected(endpoint, role)
				: expected(kind, role, setting.readers());
		if (endpoint.equals("POST /admin/cases/{id}/notes") && expected == 200) {
			expected = 201;
		}
		assertThat(reply.status()).as(reply.toString()).isEqualTo(expected);
		if (reply.status() == 200 && (kind == Kind.CASES || kind == Kind.INCIDENTS || kind == Kind.APPEALS)) {
			assertThat(categories(kind, reply).contains(setting.category()))
				.isEqualTo(moderates(role, setting.readers()));
		}
	}

	/** A policy holds for all categories, so an appointment is not enough. */
	private static int expected(String endpoint, Role role) {
		if (role != Role.MODERATOR && role != Role.ADMINISTRATOR) {
			return (role == Role.GUEST) ? 401 : 403;
		}
		return switch (endpoint) {
			case "POST /admin/policies", "POST /admin/policies/{id}/shadow-runs" -> 201;
			case "POST /admin/policies/{id}/replays" -> 202;
			case "DELETE /admin/policies/{id}" -> 204;
			case "POST /admin/policies/{id}/activate" -> 409;
			default -> (endpoint.contains("-runs/{id}") || endpoint.contains("replays/{id}")) ? 404 : 200;
		};
	}

	/**
	 * Creates the resource and returns its path; of a policy to activate, the present.
	 */
	private String resource(Kind kind, Setting setting, boolean decided) {
		if (kind == Kind.POLICY) {
			var draft = this.client.post(TestUser.with("moderator"), "/admin/policies", Map.of("name", "A draft"));
			return "/admin/policies/" + draft.data().path("id").asString();
		}
		var post = this.forum.createReportedPost(this.author, setting.category());
		var path = path(post);
		if (kind == Kind.CASE && !decided) {
			return path;
		}
		this.client.post(TestUser.with("admin"), path + "/decide", Map.of("decision", "hide"));
		if (kind == Kind.CASE) {
			return path;
		}
		eventually().untilAsserted(() -> assertThat(this.forum.published("statement.issued", post)).hasSize(1));
		var statement = "/moderation/statements/"
				+ this.forum.published("statement.issued", post).getFirst().at("/data/statementId").asString();
		if (kind == Kind.STATEMENT) {
			return statement;
		}
		this.client.post(this.author, statement + "/appeal", Map.of("text", "I quoted it."));
		eventually().untilAsserted(() -> assertThat(this.forum.published("appeal.filed", post)).hasSize(1));
		return "/admin/appeals/"
				+ this.forum.published("appeal.filed", post).getFirst().at("/data/appealId").asString();
	}

	private static @Nullable Object body(String endpoint) {
		if (endpoint.startsWith("POST /admin/appeals/")) {
			return Map.of("outcome", "overturn");
		}
		if (endpoint.equals("POST /admin/cases/decide")) {
			return Map.of("ids", List.of(Ids.next()), "decision", "dismiss");
		}
		if (endpoint.startsWith("POST /admin/policies") || endpoint.startsWith("PATCH")) {
			return (endpoint.endsWith("-runs") || endpoint.endsWith("/replays")) ? null : endpoint.endsWith("/activate")
					? Map.of() : endpoint.endsWith("/try") ? Map.of("text", "Hello") : Map.of("name", "Another draft");
		}
		if (endpoint.contains("/by-token")) {
			return endpoint.endsWith("/appeal") ? Map.of("token", "guessed", "text", "I quoted it.")
					: Map.of("token", "guessed");
		}
		return switch (endpoint.substring(endpoint.lastIndexOf('/'))) {
			case "/decide" -> Map.of("decision", "dismiss");
			case "/reverse" -> Map.of();
			case "/appeal", "/notes" -> endpoint.startsWith("GET") ? null : Map.of("text", "I quoted it.");
			default -> null;
		};
	}

	private static int expected(Kind kind, Role role, Readers readers) {
		if (kind == Kind.PUBLIC) {
			return 200;
		}
		if (kind == Kind.TOKEN) {
			return 404;
		}
		if (role == Role.GUEST) {
			return 401;
		}
		if (kind == Kind.ADMINISTRATION) {
			return (role == Role.ADMINISTRATOR) ? 200 : 403;
		}
		if (kind == Kind.STATEMENTS || kind == Kind.STATEMENT) {
			return (kind == Kind.STATEMENTS) ? 200 : 404;
		}
		if (role == Role.MEMBER || role == Role.UNVERIFIED_MEMBER) {
			return 403;
		}
		return ((kind != Kind.CASE && kind != Kind.APPEAL) || moderates(role, readers)) ? 200 : 404;
	}

	/** Moderating requires read access and the role or an appointment. */
	private static boolean moderates(Role role, Readers readers) {
		return switch (role) {
			case ADMINISTRATOR -> true;
			case MODERATOR -> readers != Readers.ADMINISTRATORS;
			case MODERATOR_HERE -> readers == Readers.EVERYBODY || readers == Readers.MEMBERS;
			default -> false;
		};
	}

	/** Creates a category with a moderator, a case and an incident. */
	private Setting open(Readers readers) {
		var category = Ids.next();
		var people = Stream.of(Role.values()).collect(Collectors.toUnmodifiableMap((role) -> role, this::user));
		openCategory(category, readers.role(), Setting.of(people, Role.MODERATOR_HERE).id());
		account("user.registered", Setting.of(people, Role.UNVERIFIED_MEMBER), 1, "active");
		var post = this.forum.createFlaggedPost(this.author, category);
		path(post);
		return new Setting(category, readers, people);
	}

	private TestUser user(Role role) {
		return switch (role) {
			case GUEST -> TestUser.GUEST;
			case MEMBER, UNVERIFIED_MEMBER, MODERATOR_HERE -> TestUser.with();
			case MODERATOR_ELSEWHERE -> this.moderatorElsewhere;
			case MODERATOR -> TestUser.with("moderator");
			case ADMINISTRATOR -> TestUser.with("admin");
		};
	}

	private void account(String type, TestUser user, long version, String status) {
		this.forum.publishAccount(type, user, version, Map.of("user", Map.of("id", user.id(), "username",
				user.username(), "displayName", user.username(), "status", status, "verified", false)));
	}

	private Set<String> endpoints() {
		return MappedEndpoint.in("org.parley.moderation", this.mappings)
			.stream()
			.map(MappedEndpoint::toString)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Returns the categories of a list's items. */
	private static Set<String> categories(Kind kind, TestResponse reply) {
		assertThat(kind).isIn(Kind.CASES, Kind.INCIDENTS, Kind.APPEALS);
		return reply.data()
			.valueStream()
			.map((item) -> item.at("/thread/category/id").asString())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static List<String> ids(TestResponse reply) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		return reply.data().valueStream().map((item) -> item.path("id").asString()).toList();
	}

	private static String cursor(TestResponse reply, String name) {
		return reply.body().at("/meta/pagination/" + name).asString("");
	}

	private static String method(String endpoint) {
		return endpoint.substring(0, endpoint.indexOf(' '));
	}

	private static TestUser withScope(TestUser person, String scope) {
		return new TestUser(person.id(), person.username(),
				TestTokens.claims(person.id(), person.username()).claim("scope", scope).sign());
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

	/** The resource of an endpoint. */
	private enum Kind {

		CASES, INCIDENTS, CASE, APPEALS, APPEAL, STATEMENTS, STATEMENT, TOKEN, BULK, POLICIES, POLICY, UNKNOWN, PUBLIC,
		STATISTICS, ADMINISTRATION

	}

	/** A caller. */
	private enum Role {

		GUEST, MEMBER, UNVERIFIED_MEMBER, MODERATOR_ELSEWHERE, MODERATOR_HERE, MODERATOR, ADMINISTRATOR

	}

	/** The lowest readers of a category. */
	private enum Readers {

		EVERYBODY("anyone"), MEMBERS("user"), MODERATORS("moderator"), ADMINISTRATORS("admin");

		private final String role;

		Readers(String role) {
			this.role = role;
		}

		String role() {
			return this.role;
		}

	}

	/**
	 * A category and a user of each role.
	 *
	 * @param category the category's id
	 * @param readers its lowest readers
	 * @param people the users
	 */
	private record Setting(String category, Readers readers, Map<Role, TestUser> people) {

		TestUser user(Role role) {
			return of(this.people, role);
		}

		static TestUser of(Map<Role, TestUser> people, Role role) {
			return Objects.requireNonNull(people.get(role));
		}

	}

}
