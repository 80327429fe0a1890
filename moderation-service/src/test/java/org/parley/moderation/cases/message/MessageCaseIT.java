package org.parley.moderation.cases.message;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.moderation.FakeForum.ReportedChatMessage;
import org.parley.moderation.ModerationIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.snapshot.Snapshot;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static org.assertj.core.api.Assertions.assertThat;

class MessageCaseIT extends ModerationIT {

	private final TestUser bob = TestUser.with();

	private final TestUser carol = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	private final TestUser admin = TestUser.with("admin");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private Snapshot caseMediaUseSnapshots;

	@Test
	void reportOpensOneCaseWithTheMessagesAround() {
		var message = this.forum.reportMessage(this.bob, this.carol, "Buy my *tomatoes*");
		var path = path(message);
		this.forum.report(message, "abuse");
		eventually().untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().path("reasons").toString())
			.isEqualTo("[\"report/spam\",\"report/abuse\"]"));
		var seen = this.client.get(this.mod, path).data();
		assertThat(seen.path("source").asString()).isEqualTo("report");
		assertThat(seen.path("content").asString()).isEqualTo("Buy my *tomatoes*");
		assertThat(seen.path("post").isNull()).isTrue();
		assertThat(seen.path("thread").isNull()).isTrue();
		assertThat(seen.at("/message/id").asString()).isEqualTo(message.id());
		assertThat(seen.at("/message/author/id").asString()).isEqualTo(this.bob.id());
		assertThat(seen.at("/message/conversation/id").asString()).isEqualTo(message.conversationId());
		assertThat(seen.at("/message/context/0/text").asString()).isEqualTo("Hello.");
		assertThat(seen.at("/message/context/0/author/id").asString()).isEqualTo(this.carol.id());
		assertThat(seen.at("/message/earlierTexts")).singleElement()
			.satisfies((text) -> assertThat(text.path("text").asString()).isEqualTo("Buy my tomatoes or else."));
		assertThat(seen.at("/message/reports").findValuesAsString("reason")).containsExactly("spam", "abuse");
		assertThat(seen.at("/message/reports/0/note").asString()).isEqualTo("The third time today.");
		assertThat(seen.at("/message/reports/0/by/id").asString()).isEqualTo(this.carol.id());
		assertThat(this.forum.published("message-case.opened", message)).hasSize(1);
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing("tomatoes")));
	}

	@Test
	void reportedPicturesAreShownAndStayUntilTheDismissal() {
		var message = this.forum.reportMessage(this.bob, this.carol, "");
		var path = path(message);
		var shown = this.client.get(this.mod, path).data().at("/message/attachments/0");
		assertThat(shown.path("alt").asString()).isEqualTo("Tomatoes on a balcony");
		assertThat(shown.at("/variants/0/url").asString()).contains("/m/" + shown.path("id").asString(), "?expires=");
		eventually().untilAsserted(() -> assertThat(mediaUses(message)).singleElement().satisfies((use) -> {
			assertThat(use.at("/use/ownerId").asString()).isEqualTo(this.bob.id());
			assertThat(use.at("/use/mediaIds/0")).isEqualTo(shown.path("id"));
			assertThat(use.at("/use/audience").asString()).isEqualTo("restricted");
		}));
		assertThat(this.caseMediaUseSnapshots.after(null, 1_000)).map(MediaUseChanged.class::cast)
			.filteredOn((use) -> use.subject().equals(caseId(message)))
			.singleElement()
			.satisfies((use) -> assertThat(use.use().mediaIds()).containsExactly(shown.path("id").asString()));
		this.client.post(this.mod, path + "/decide", Map.of("decision", "dismiss"));
		eventually().untilAsserted(() -> assertThat(mediaUses(message)).hasSize(2)
			.last()
			.satisfies((use) -> assertThat(use.at("/use/mediaIds")).isEmpty()));
	}

	@Test
	void moderatorDoesNotSeeReportsOfOwnMessage() {
		var path = path(this.forum.reportMessage(this.mod, this.carol, "Spam"));
		assertThat(this.client.get(this.mod, path).data().at("/message/reports").isEmpty()).isTrue();
		assertThat(this.client.get(this.admin, path).data().at("/message/reports").isEmpty()).isFalse();
	}

	@Test
	void listShowsTheMessageWithoutThoseAround() {
		var message = this.forum.reportMessage(this.bob, this.carol, "x".repeat(700));
		var id = caseId(message);
		var listed = this.client.get(this.mod, "/admin/cases?limit=100")
			.data()
			.valueStream()
			.filter((one) -> one.path("id").asString().equals(id))
			.findFirst()
			.orElseThrow();
		assertThat(listed.path("content").asString()).hasSize(500);
		assertThat(listed.at("/message/context").isEmpty()).isTrue();
		assertThat(listed.at("/message/attachments").isEmpty()).isTrue();
		assertThat(listed.at("/message/reports").isEmpty()).isTrue();
		assertThat(listed.at("/message/earlierTexts").isEmpty()).isTrue();
		assertThat(listed.path("warnings").isNull()).isTrue();
	}

	@Test
	void onlyModeratorsByRoleSeeTheCase() {
		var local = TestUser.with();
		openCategory(Ids.next(), "anyone", local.id());
		var path = path(this.forum.reportMessage(this.bob, this.carol, "Spam"));
		refused(this.client.get(local, path), 404, "case.not-found");
		refused(this.client.get(this.carol, path), 403, "auth.forbidden");
		assertThat(this.client.get(TestUser.GUEST, path).status()).isEqualTo(401);
		assertThat(this.client.get(this.admin, path).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "dismiss,false", "warn,true", "hide,true", "remove,true" })
	void decisionIsPublishedAndReversedOnce(String decision, boolean isReversible) {
		var message = this.forum.reportMessage(this.bob, this.carol, "Spam");
		var path = path(message);
		var decided = this.client.post(this.mod, path + "/decide",
				Map.of("decision", decision, "note", "Advertising."));
		assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
		refused(this.client.post(this.admin, path + "/decide", Map.of("decision", "remove")), 409, "case.decided");
		eventually()
			.untilAsserted(() -> assertThat(this.forum.published("message-case.decided", message)).singleElement()
				.satisfies((event) -> {
					assertThat(event.at("/data/decision").asString()).isEqualTo(decision);
					assertThat(event.at("/data/message/author/id").asString()).isEqualTo(this.bob.id());
				}));
		assertThat(decided.data().path("warnings").asLong(-1)).isEqualTo(decision.equals("warn") ? 1 : 0);
		var reversed = this.client.post(this.mod, path + "/reverse", Map.of("note", "A quotation."));
		assertThat(reversed.status()).as(reversed.toString()).isEqualTo(200);
		assertThat(reversed.data().path("warnings").asLong(-1)).isZero();
		if (isReversible) {
			refused(this.client.post(this.mod, path + "/reverse", Map.of()), 409, "case.no-decision");
			eventually()
				.untilAsserted(() -> assertThat(this.forum.published("message-case.reversed", message)).hasSize(1));
		}
		else {
			assertThat(reversed.data().path("status").asString()).isEqualTo("open");
			assertThat(this.forum.published("message-case.reversed", message)).isEmpty();
		}
		var statements = this.client.get(this.bob, "/moderation/statements").data();
		assertThat(statements.findValuesAsString("restriction"))
			.isEqualTo(isReversible ? List.of(decision) : List.of());
		assertThat(statements.findValuesAsString("kind")).isEqualTo(isReversible ? List.of("message") : List.of());
		assertThat(statements.findValuesAsString("status")).isEqualTo(isReversible ? List.of("lifted") : List.of());
		assertThat(this.client.get(this.carol, "/moderation/log?category=direct").data().isEmpty()).isTrue();
	}

	@Test
	void newerCaseKeepsTheEarlierDecision() {
		var message = this.forum.reportMessage(this.bob, this.carol, "Spam");
		var path = path(message);
		this.client.post(this.mod, path + "/decide", Map.of("decision", "remove"));
		this.forum.report(message, "abuse");
		eventually().until(() -> this.forum.published("message-case.opened", message).size() == 2);
		refused(this.client.post(this.mod, path + "/reverse", Map.of()), 409, "case.newer-case");
	}

	@Test
	void moderatorsNeitherDecideOnOwnMessagesNorBan() {
		var own = path(this.forum.reportMessage(this.mod, this.carol, "Spam"));
		refused(this.client.post(this.mod, own + "/decide", Map.of("decision", "dismiss")), 403, "case.own-post");
		refused(this.client.post(TestUser.with("moderator"), own + "/decide", Map.of("decision", "ban")), 403,
				"case.ban-needs-admin");
		assertThat(this.client.post(this.admin, own + "/decide", Map.of("decision", "ban")).status()).isEqualTo(200);
	}

	@Test
	void erasureAnonymizesAuthorsAndReporters() {
		var path = path(this.forum.reportMessage(this.bob, this.carol, "Spam"));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
		assertThat(kit.export(this.bob.id())).containsKey("cases");
		assertThat(kit.erase(this.bob.id())).containsEntry("cases", 1L);
		assertThat(kit.erase(this.carol.id())).containsEntry("quoted-in-cases", 1L)
			.containsEntry("reported-in-cases", 1L);
		var seen = this.client.get(this.mod, path).data();
		assertThat(seen.at("/message/author/username").asString()).isEqualTo("deleted");
		assertThat(seen.at("/message/attachments").isEmpty()).isTrue();
		assertThat(seen.at("/message/earlierTexts").isEmpty()).isTrue();
		assertThat(seen.at("/message/context/0/author/username").asString()).isEqualTo("deleted");
		assertThat(seen.at("/message/reports/0/note").isNull()).isTrue();
		assertThat(seen.toString()).doesNotContain(this.bob.username(), this.carol.username());
	}

	private List<JsonNode> mediaUses(ReportedChatMessage message) {
		return this.forum
			.published("media-use.changed", (data) -> data.at("/use/subject/id").asString("").equals(caseId(message)))
			.stream()
			.map((event) -> event.path("data"))
			.toList();
	}

	private String path(ReportedChatMessage message) {
		return "/admin/cases/" + caseId(message);
	}

	private String caseId(ReportedChatMessage message) {
		eventually().until(() -> !this.forum.published("message-case.opened", message).isEmpty());
		return this.forum.published("message-case.opened", message).getFirst().at("/data/caseId").asString();
	}

	private static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
