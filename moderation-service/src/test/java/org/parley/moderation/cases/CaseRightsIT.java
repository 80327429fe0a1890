package org.parley.moderation.cases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationClient.Reply;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.TestUser;
import org.parley.platform.test.MappedEndpoint;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The rights of moderators: every endpoint that this service maps, by every caller, for
 * every rule about readers. An endpoint without an entry in {@link #ENDPOINTS} fails.
 */
class CaseRightsIT extends ModerationIT {

	private static final Map<String, Kind> ENDPOINTS = Map.of("GET /admin/cases", Kind.CASES, "GET /admin/incidents",
			Kind.INCIDENTS, "GET /admin/cases/{id}", Kind.CASE, "POST /admin/cases/{id}/claim", Kind.CASE,
			"POST /admin/cases/{id}/release", Kind.CASE, "POST /admin/cases/{id}/decide", Kind.CASE,
			"GET /admin/moderation-service/policy", Kind.ADMINISTRATION);

	private final TestUser author = TestUser.with();

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private String elsewhere = "";

	private final TestUser moderatorElsewhere = TestUser.with();

	@BeforeEach
	void openAnotherCategory() {
		this.elsewhere = Ids.next();
		openCategory(this.elsewhere, "anyone", this.moderatorElsewhere.id());
	}

	@Test
	void everyEndpointHasAnEntry() {
		assertThat(endpoints()).isEqualTo(ENDPOINTS.keySet());
	}

	@TestFactory
	Stream<DynamicTest> everyCallerIsAnsweredByTheRule() {
		return Stream.of(Readers.values()).flatMap((readers) -> {
			var place = open(readers);
			return endpoints().stream()
				.sorted()
				.flatMap((endpoint) -> Stream.of(Role.values())
					.map((role) -> dynamicTest("%s by %s where %s read".formatted(endpoint, role, readers),
							() -> check(endpoint, role, place))));
		});
	}

	@Test
	void tokenModeratesOnlyWithItsScope() {
		var place = open(Readers.MEMBERS);
		var path = path(this.forum.reported(this.author, place.category()));
		var local = place.user(Role.MODERATOR_HERE);
		refused(this.client.get(limited(local, "threads:read threads:write"), path), 403, "auth.scope-missing");
		assertThat(this.client.get(limited(local, "moderation"), path).status()).isEqualTo(200);
		var closed = path(this.forum.reported(this.author, open(Readers.ADMINISTRATORS).category()));
		var admin = new TestUser(Ids.next(), "admin",
				TestTokens.claims(Ids.next(), "admin", "admin").claim("scope", "moderation").sign());
		refused(this.client.get(admin, closed), 404, "case.not-found");
	}

	@Test
	void dismissalEndsRights() {
		var place = open(Readers.EVERYBODY);
		var local = place.user(Role.MODERATOR_HERE);
		var path = path(this.forum.reported(this.author, place.category()));
		assertThat(this.client.get(local, path).status()).isEqualTo(200);
		this.forum.category("category.changed", place.category(), "anyone", List.of(), 1);
		soon().untilAsserted(() -> refused(this.client.get(local, path), 403, "auth.forbidden"));
		this.forum.category("category.created", place.category(), "anyone", List.of(local.id()), 0);
		openCategory(Ids.next(), "anyone");
		refused(this.client.get(local, path), 403, "auth.forbidden");
	}

	@Test
	void closingCategoryEndsRights() {
		var place = open(Readers.EVERYBODY);
		var path = path(this.forum.reported(this.author, place.category()));
		var moderator = TestUser.with("moderator");
		var claimed = this.client.post(moderator, path + "/claim", null);
		assertThat(claimed.status()).isEqualTo(200);
		this.forum.category("category.changed", place.category(), "admin", List.of(), 1);
		soon().untilAsserted(() -> refused(this.client.get(moderator, path), 404, "case.not-found"));
		refused(this.client.post(moderator, path + "/decide", Map.of("decision", "dismiss"), "If-Match",
				claimed.header("ETag")), 404, "case.not-found");
		refused(this.client.post(moderator, path + "/release", null), 404, "case.not-found");
	}

	@Test
	void removedCategoryIsForAdministratorsAlone() {
		var place = open(Readers.EVERYBODY);
		var path = path(this.forum.reported(this.author, place.category()));
		this.forum.category("category.removed", place.category(), "", List.of(), 0);
		var moderator = TestUser.with("moderator");
		soon().untilAsserted(() -> refused(this.client.get(moderator, path), 404, "case.not-found"));
		this.forum.category("category.changed", place.category(), "anyone", List.of(), 7);
		openCategory(Ids.next(), "anyone");
		refused(this.client.get(moderator, path), 404, "case.not-found");
		assertThat(this.client.get(TestUser.with("admin"), path).status()).isEqualTo(200);
	}

	@Test
	void bannedMemberModeratesNothing() {
		var place = open(Readers.EVERYBODY);
		var local = place.user(Role.MODERATOR_HERE);
		assertThat(this.client.get(local, "/admin/cases").status()).isEqualTo(200);
		account("user.banned", local, 1, "banned");
		soon().untilAsserted(() -> refused(this.client.get(local, "/admin/cases"), 403, "auth.forbidden"));
		account("user.unbanned", local, 2, "active");
		soon().untilAsserted(() -> assertThat(this.client.get(local, "/admin/cases").status()).isEqualTo(200));
	}

	@Test
	void caseOfUnknownCategoryIsForAdministratorsUntilItIsKnown() {
		var unknown = Ids.next();
		var post = this.forum.reported(this.author, unknown);
		var path = path(post);
		var moderator = TestUser.with("moderator");
		var early = this.client.get(moderator, path);
		refused(early, 503, "case.category-unknown");
		assertThat(early.header("Retry-After")).isEqualTo("2");
		refused(this.client.post(moderator, path + "/claim", null), 503, "case.category-unknown");
		assertThat(ids(this.client.get(moderator, "/admin/cases?limit=100"))).doesNotContain(id(path));
		assertThat(this.client.get(TestUser.with("admin"), path).status()).isEqualTo(200);
		refused(this.client.get(moderator, "/admin/cases/" + Ids.next()), 404, "case.not-found");
		this.forum.category("category.snapshot", unknown, "user", List.of(), 3);
		soon().untilAsserted(() -> assertThat(this.client.get(moderator, path).status()).isEqualTo(200));
	}

	@Test
	void onlyAdministratorsBan() {
		var place = open(Readers.EVERYBODY);
		var path = path(this.forum.reported(this.author, place.category())) + "/decide";
		var ban = Map.of("decision", "ban", "note", "Enough.");
		for (var role : List.of(Role.MODERATOR_HERE, Role.MODERATOR)) {
			refused(this.client.post(place.user(role), path, ban), 403, "case.ban-needs-admin");
		}
		refused(this.client.post(this.moderatorElsewhere, path, ban), 404, "case.not-found");
		assertThat(this.client.post(TestUser.with("admin"), path, ban).status()).isEqualTo(200);
	}

	@Test
	void decisionTellsTheRoleOfTheDecider() {
		var place = open(Readers.EVERYBODY);
		var roles = Map.of(Role.MODERATOR_HERE, "user", Role.MODERATOR, "moderator", Role.ADMINISTRATOR, "admin");
		roles.forEach((role, authority) -> {
			var post = this.forum.reported(this.author, place.category());
			this.client.post(place.user(role), path(post) + "/decide", Map.of("decision", "remove"));
			soon().untilAsserted(() -> assertThat(this.forum.told("case.decided", post)).singleElement()
				.satisfies((event) -> assertThat(event.at("/data/authority").asString()).isEqualTo(authority)));
		});
	}

	@Test
	void pagesHoldOnlyCasesOfTheReaderAndAreFull() {
		var here = open(Readers.EVERYBODY);
		var other = open(Readers.ADMINISTRATORS);
		var mine = Stream.generate(() -> {
			path(this.forum.reported(this.author, other.category()));
			return id(path(this.forum.reported(this.author, here.category())));
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

	private void check(String endpoint, Role role, Setting place) {
		var kind = Objects.requireNonNull(ENDPOINTS.get(endpoint), endpoint + " has no entry");
		var path = (kind == Kind.CASE) ? path(this.forum.reported(this.author, place.category())) : "";
		var reply = this.client.call(place.user(role), method(endpoint),
				endpoint.substring(endpoint.indexOf('/')).replace("/admin/cases/{id}", path),
				endpoint.endsWith("/decide") ? Map.of("decision", "dismiss") : null);
		assertThat(reply.status()).as(reply.toString()).isEqualTo(expected(kind, role, place.readers()));
		if (reply.status() == 200 && kind != Kind.ADMINISTRATION && kind != Kind.CASE) {
			assertThat(found(kind, reply).contains(place.category())).isEqualTo(sees(role, place.readers()));
		}
	}

	private static int expected(Kind kind, Role role, Readers readers) {
		if (role == Role.GUEST) {
			return 401;
		}
		if (kind == Kind.ADMINISTRATION) {
			return (role == Role.ADMINISTRATOR) ? 200 : 403;
		}
		if (role == Role.MEMBER || role == Role.UNVERIFIED_MEMBER) {
			return 403;
		}
		return (kind != Kind.CASE || sees(role, readers)) ? 200 : 404;
	}

	/** The rule: read access and, there, the role or an appointment. */
	private static boolean sees(Role role, Readers readers) {
		return switch (role) {
			case ADMINISTRATOR -> true;
			case MODERATOR -> readers != Readers.ADMINISTRATORS;
			case MODERATOR_HERE -> readers == Readers.EVERYBODY || readers == Readers.MEMBERS;
			default -> false;
		};
	}

	/** A category with a moderator, a case and an incident. */
	private Setting open(Readers readers) {
		var category = Ids.next();
		var people = Stream.of(Role.values()).collect(Collectors.toUnmodifiableMap((role) -> role, this::user));
		openCategory(category, readers.role(), Setting.of(people, Role.MODERATOR_HERE).id());
		account("user.registered", Setting.of(people, Role.UNVERIFIED_MEMBER), 1, "active");
		var post = this.forum.flagged(this.author, category);
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
		this.forum.account(type, user, version, Map.of("user", Map.of("id", user.id(), "username", user.username(),
				"displayName", user.username(), "status", status, "verified", false)));
	}

	private Set<String> endpoints() {
		return MappedEndpoint.in("org.parley.moderation", this.mappings)
			.stream()
			.map(MappedEndpoint::toString)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The categories of what a list shows. */
	private static Set<String> found(Kind kind, Reply reply) {
		assertThat(kind).isIn(Kind.CASES, Kind.INCIDENTS);
		return reply.data()
			.valueStream()
			.map((one) -> one.at("/thread/category/id").asString())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static List<String> ids(Reply reply) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
		return reply.data().valueStream().map((one) -> one.path("id").asString()).toList();
	}

	private static String cursor(Reply reply, String name) {
		return reply.body().at("/meta/pagination/" + name).asString("");
	}

	private static String method(String endpoint) {
		return endpoint.substring(0, endpoint.indexOf(' '));
	}

	private static TestUser limited(TestUser person, String scope) {
		return new TestUser(person.id(), person.username(),
				TestTokens.claims(person.id(), person.username()).claim("scope", scope).sign());
	}

	/** The address of the case about a post. */
	private String path(Post post) {
		soon().untilAsserted(() -> assertThat(this.forum.told("case.opened", post)).hasSize(1));
		return "/admin/cases/" + this.forum.told("case.opened", post).getFirst().at("/data/caseId").asString();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void refused(Reply reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

	/** What an endpoint is about. */
	private enum Kind {

		CASES, INCIDENTS, CASE, ADMINISTRATION

	}

	/** A caller. */
	private enum Role {

		GUEST, MEMBER, UNVERIFIED_MEMBER, MODERATOR_ELSEWHERE, MODERATOR_HERE, MODERATOR, ADMINISTRATOR

	}

	/** The least readers of a category, as events name them. */
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
	 * A category and the people who try.
	 *
	 * @param category its id
	 * @param readers its least readers
	 * @param people a person of each role
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
