package org.parley.moderation.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.moderation.FakeForum;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy.PolicyStatus;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Policies as data: drafts, activation, return to an earlier policy, audit. */
class PolicyIT extends ModerationIT {

	private static final String POLICIES = "/admin/policies";

	private static final String BLUE = """
			{"rules": [{"name": "colour", "when": {"words": ["blue"]}, "then": "flag"}], "thresholds": {},
			"otherwise": {}, "model": "never"}""";

	@Autowired
	private Policies policies;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	private final TestUser bob = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@Test
	void draftIsCopyOfPolicyInForce() {
		var draft = create("{\"name\": \"Copy\"}");
		assertThat(draft.path("status").asString()).isEqualTo("draft");
		assertThat(draft.path("version").isNull()).isTrue();
		assertThat(draft.at("/createdBy/id").asString()).isEqualTo(this.mod.id());
		assertThat(draft.path("terms")).isEqualTo(
				this.client.get(TestUser.with("admin"), "/admin/moderation-service/policy").data().path("terms"));
		var listed = this.client.get(this.mod, POLICIES + "?status=draft&limit=100").data();
		assertThat(ids(listed)).contains(draft.path("id").asString());
		assertThat(listed.path(0).has("terms")).isFalse();
		assertThat(ids(this.client.get(this.mod, POLICIES + "?status=active").data()))
			.containsExactly(this.activePolicy.current().id());
	}

	@Test
	void draftIsChangedUnderItsEntityTag() {
		var reported = new PublishedEvents(this.broker, this.rabbit, "moderation.events", "administrator.acted");
		var path = path(create("{\"name\": \"First\", \"terms\": " + BLUE + "}"));
		var tag = this.client.get(this.mod, path).header("ETag");
		var edited = this.client.call(this.mod, "PATCH", path, Map.of("name", "Second"), "If-Match", tag);
		assertThat(edited.data().path("name").asString()).isEqualTo("Second");
		assertThat(edited.data().at("/terms/rules/0/name").asString()).isEqualTo("colour");
		assertRefused(this.client.call(this.mod, "PATCH", path, Map.of("name", "Third"), "If-Match", tag), 412,
				"request.precondition-failed");
		assertRefused(this.client.post(this.mod, path + "/activate", Map.of(), "If-Match", tag), 412,
				"request.precondition-failed");
		assertRefused(this.client.delete(this.mod, path, "If-Match", tag), 412, "request.precondition-failed");
		assertThat(this.client.delete(this.mod, path, "If-Match", edited.header("ETag")).status()).isEqualTo(204);
		assertRefused(this.client.get(this.mod, path), 404, "policy.not-found");
		assertThat(acts(path)).containsExactly("deleted", "edited", "created");
		var id = path.substring(POLICIES.length() + 1);
		eventually().untilAsserted(() -> assertThat(reported.actsOf(this.mod.id()))
			.containsExactly("policy-created " + id, "policy-changed " + id, "policy-deleted " + id));
	}

	@Test
	void editWithoutDifferenceIsNoChange() {
		var path = path(create("{\"name\": \"First\", \"terms\": " + BLUE + "}"));
		var before = this.client.get(this.mod, path);
		for (var same : List.of("{}", "{\"name\": \"First\", \"terms\": " + BLUE + "}")) {
			var edited = this.client.call(this.mod, "PATCH", path, same, "If-Match", before.header("ETag"));
			assertThat(edited.data()).isEqualTo(before.data());
			assertThat(edited.header("ETag")).isEqualTo(before.header("ETag"));
		}
		assertThat(acts(path)).containsExactly("created");
	}

	@Test
	void activePolicyDecidesAtOnceAndEarlierOneReturns() {
		var first = this.activePolicy.current();
		var blue = create("{\"name\": \"No blue\", \"terms\": " + BLUE + "}");
		activate(this.mod, blue.path("id").asString());
		var version = this.activePolicy.current().version();
		try {
			assertThat(version).isGreaterThan(first.version());
			var post = this.forum.reply(this.bob, "Something blue");
			eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post)).hasSize(1));
			var verdict = this.forum.published("moderation.verdict", post).getFirst().path("data");
			assertThat(verdict.path("policy").asString()).isEqualTo("No blue");
			assertThat(verdict.path("policyVersion").asLong()).isEqualTo(version);
			assertThat(verdict.path("reasons").toString()).isEqualTo("[\"colour\"]");
			assertRefused(this.client.post(this.mod, path(blue) + "/activate", Map.of()), 409, "policy.active");
			assertRefused(this.client.call(this.mod, "PATCH", path(blue), Map.of("name", "Late")), 409,
					"policy.not-draft");
			assertRefused(this.client.delete(this.mod, path(blue)), 409, "policy.not-draft");
		}
		finally {
			activate(this.mod, first.id());
		}
		assertThat(this.activePolicy.current().version()).isEqualTo(first.version());
		var post = this.forum.reply(this.bob, "flagmeplease");
		eventually().untilAsserted(() -> assertThat(this.forum.published("moderation.verdict", post)).hasSize(1));
		assertThat(this.forum.published("moderation.verdict", post).getFirst().at("/data/policyVersion").asLong())
			.isEqualTo(first.version());
		assertThat(this.client.get(this.mod, path(blue)).data().path("status").asString()).isEqualTo("retired");
		var changed = this.forum.published("policy.changed",
				(data) -> data.path("policyId").asString().equals(blue.path("id").asString()));
		assertThat(changed).singleElement().satisfies((event) -> {
			assertThat(event.at("/data/previousVersion").asLong()).isEqualTo(first.version());
			assertThat(event.at("/data/by/id").asString()).isEqualTo(this.mod.id());
		});
		assertThat(acts(path(blue))).containsExactly("activated", "created");
	}

	@Test
	void concurrentActivationsLeaveOnePolicyInForce() throws Exception {
		var first = this.activePolicy.current().id();
		var drafts = List.of(create("{\"name\": \"One\"}"), create("{\"name\": \"Two\"}"),
				create("{\"name\": \"Three\"}"));
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = people.invokeAll(drafts.stream()
				.<Callable<Integer>>map(
						(draft) -> () -> this.client.post(this.mod, path(draft) + "/activate", Map.of()).status())
				.toList());
			for (var answer : answers) {
				assertThat(answer.get()).isEqualTo(200);
			}
		}
		var versions = drafts.stream()
			.map((draft) -> this.policies.get(draft.path("id").asString()).version())
			.collect(Collectors.toSet());
		assertThat(versions).hasSize(3);
		assertThat(drafts)
			.filteredOn((draft) -> this.policies.get(draft.path("id").asString()).status() == PolicyStatus.ACTIVE)
			.hasSize(1);
		activate(this.mod, first);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					rules[0].name             | [{"name": "A b", "when": {"linksOver": 1}, "then": "flag"}]
					rules[0].name             | [{"when": {"linksOver": 1}, "then": "flag"}]
					rules[0].when             | [{"name": "a", "then": "flag"}]
					rules[0].when             | [{"name": "a", "when": {}, "then": "flag"}]
					rules[0].then             | [{"name": "a", "when": {"linksOver": 1}, "then": "explode"}]
					rules[1].name             | [{"name": "a", "when": {"linksOver": 1}, "then": "flag"}, {"name": "a", "when": {"linksOver": 2}, "then": "flag"}]
					rules[0].when.patterns[1] | [{"name": "a", "when": {"patterns": ["x", "("]}, "then": "flag"}]
					rules[0].when.patterns[0] | [{"name": "a", "when": {"patterns": ["((a{99}){99}){99}"]}, "then": "flag"}]
					rules[0].when.words[0]    | [{"name": "a", "when": {"words": ["?!"]}, "then": "flag"}]
					rules[0].when.words[0]    | [{"name": "a", "when": {"words": [null]}, "then": "flag"}]
					rules[0].when.words[0]    | [{"name": "a", "when": {"words": ["a\\u0000b"]}, "then": "flag"}]
					rules[0].when.words       | [{"name": "a", "when": {"words": []}, "then": "flag"}]
					rules[0].when.domains[0]  | [{"name": "a", "when": {"domains": ["http://x.example"]}, "then": "flag"}]
					rules[0].when.linksOver   | [{"name": "a", "when": {"linksOver": 1e999}, "then": "flag"}]
					rules[0].when.linksOver   | [{"name": "a", "when": {"linksOver": -1}, "then": "flag"}]
					rules[0].when.posts       | [{"name": "a", "when": {"posts": {"within": "PT1H"}}, "then": "flag"}]
					rules[0].when.posts.within | [{"name": "a", "when": {"posts": {"atLeast": 1, "within": "P8D"}}, "then": "flag"}]
					rules[0].when.posts.within | [{"name": "a", "when": {"posts": {"atLeast": 1, "within": "soon"}}, "then": "flag"}]
					rules[0].when.categories[0] | [{"name": "a", "when": {"categories": ["01JZZZZZZZZZZZZZZZZZZZZZZZ"]}, "then": "flag"}]
					rules[0].when.scripts[0]  | [{"name": "a", "when": {"scripts": ["elvish"]}, "then": "flag"}]
					rules[0].when.scripts[0]  | [{"name": "a", "when": {"scripts": ["Latin"]}, "then": "flag"}]
					rules[0].when.scripts[0]  | [{"name": "a", "when": {"scripts": ["common"]}, "then": "flag"}]
					rules[0].when.accountYoungerThan | [{"name": "a", "when": {"accountYoungerThan": "PT0H"}, "then": "flag"}]
					rules[0].when.posts.fewerThan | [{"name": "a", "when": {"posts": {"atLeast": 3, "fewerThan": 3, "within": "PT1H"}}, "then": "flag"}]
					rules[0].lasting          | [{"name": "a", "when": {"linksOver": 1}, "then": "limit"}]
					rules[0].lasting          | [{"name": "a", "when": {"linksOver": 1}, "then": "limit", "lasting": "P31D"}]
					rules[0].lasting          | [{"name": "a", "when": {"linksOver": 1}, "then": "flag", "lasting": "P1D"}]
					rules[0].when.sometimes   | [{"name": "a", "when": {"sometimes": 1}, "then": "flag"}]
					rules[0]                  | [null]
					rules                     | "all"
					""")
	void problemOfRuleNamesItsField(String field, String rules) {
		assertProblem("terms." + field,
				"{\"rules\": " + rules + ", \"thresholds\": {}, \"otherwise\": {}, \"model\": \"always\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			terms.thresholds[hate]    | {"hate": {"flagged": 0.9, "held": 0.5}}
			terms.thresholds[hate]    | {"hate": {"flagged": 1.5}}
			terms.thresholds[hate]    | {"hate": null}
			terms.thresholds[?]       | {"a]b[c.d": {"flagged": 1.5}}
			terms.thresholds[?]       | {"\\u0000": {"flagged": 0.5}}
			terms.thresholds          | []
			""")
	void problemOfThresholdNamesItsField(String field, String thresholds) {
		assertProblem(field,
				"{\"rules\": [], \"thresholds\": " + thresholds + ", \"otherwise\": {}, \"model\": \"always\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					terms.rules               | {"thresholds": {}, "otherwise": {}, "model": "always"}
					terms.model               | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "perhaps"}
					terms.modelKind           | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "always", "modelKind": "oracle"}
					terms.harmsOff[1]         | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "always", "harmsOff": ["hate", "boredom"]}
					terms.harmsOff[0]         | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "always", "harmsOff": [null]}
					terms.otherwise           | {"rules": [], "thresholds": {}, "otherwise": {"flagged": 0.9, "held": 0.1}, "model": "never"}
					terms.otherwise.held      | {"rules": [], "thresholds": {}, "otherwise": {"held": 7}, "model": "never"}
					terms.newcomers.age       | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "never", "newcomers": {"age": "young", "thresholds": {}}}
					terms.newcomers.age       | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "never", "newcomers": {"age": "P0D", "thresholds": {}}}
					terms.categories[01JZZZZZZZZZZZZZZZZZZZZZZZ] | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "never", "categories": {"01JZZZZZZZZZZZZZZZZZZZZZZZ": {}}}
					terms.categories[?]       | {"rules": [], "thresholds": {}, "otherwise": {}, "model": "never", "categories": {"$where": {"model": false}}}
					""")
	void problemOfTermsNamesItsField(String field, String terms) {
		assertProblem(field, terms);
	}

	@Test
	void categoryOfTermsMustExist() {
		var terms = """
				{"rules": [], "thresholds": {}, "otherwise": {}, "model": "always",
				"categories": {"%s": {"model": false, "thresholds": {"hate": {"flagged": 0.1}}}}}"""
			.formatted(FakeForum.GARDENING);
		assertThat(create("{\"name\": \"Here\", \"terms\": " + terms + "}").at("/terms/categories").toString())
			.contains(FakeForum.GARDENING);
	}

	@Test
	void basisOfDraftMustExist() {
		assertRefused(this.client.post(this.mod, POLICIES, Map.of("name", "x", "basedOn", Ids.next())), 404,
				"policy.not-found");
	}

	@Test
	void repeatedCreationIsReplayed() {
		var body = Map.of("name", "Once");
		var first = this.client.post(this.mod, POLICIES, body, "Idempotency-Key", "once-" + this.mod.id());
		var second = this.client.post(this.mod, POLICIES, body, "Idempotency-Key", "once-" + this.mod.id());
		assertThat(second.data().path("id")).isEqualTo(first.data().path("id"));
		assertThat(first.header("Location")).isEqualTo("/api/v1" + path(first.data()));
	}

	private void assertProblem(String field, String terms) {
		var reply = this.client.post(this.mod, POLICIES, "{\"name\": \"Bad\", \"terms\": " + terms + "}");
		assertRefused(reply, 400, "request.invalid");
		var fields = reply.body()
			.path("errors")
			.valueStream()
			.map((error) -> error.path("field").asString())
			.collect(Collectors.toSet());
		assertThat(fields).as(reply.toString()).isEqualTo(Set.of(field));
	}

	private JsonNode create(String body) {
		var created = this.client.post(this.mod, POLICIES, body);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		return created.data();
	}

	private List<String> acts(String path) {
		var id = path.substring(path.lastIndexOf('/') + 1);
		return this.client.get(this.mod, "/admin/policy-changes?policy=" + id)
			.data()
			.valueStream()
			.map((change) -> change.path("act").asString())
			.toList();
	}

	private static List<String> ids(JsonNode list) {
		return list.valueStream().map((item) -> item.path("id").asString()).toList();
	}

	private static String path(JsonNode policy) {
		return POLICIES + "/" + policy.path("id").asString();
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
