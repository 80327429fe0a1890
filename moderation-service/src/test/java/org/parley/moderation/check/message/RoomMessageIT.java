package org.parley.moderation.check.message;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.moderation.FakeChat.RoomMessage;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.check.PostCheck;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

/** Messages of rooms are checked as posts are; those of other conversations never. */
class RoomMessageIT extends ModerationIT {

	private final TestUser bob = TestUser.with();

	private final TestUser carol = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void textOfRoomIsCheckedByRulesAndModel() {
		var word = "tulip" + Ids.next();
		var message = this.chat.write(this.bob, "flagmeplease " + word);
		this.chat.write(this.carol, "An acceptable " + word + " as well");
		eventually().until(() -> published("message-case.opened", message) == 1);
		var verdict = data("message-moderation.verdict", message);
		assertThat(verdict.path("verdict").asString()).isEqualTo("flagged");
		assertThat(verdict.at("/conversation/kind").asString()).isEqualTo("room");
		eventually().untilAsserted(() -> MODEL.verify(2, anyRequestedFor(anyUrl()).withRequestBody(containing(word))));
		var seen = this.client.get(this.mod, path(message)).data();
		assertThat(seen.path("source").asString()).isEqualTo("automatic");
		assertThat(seen.path("verdict").asString()).isEqualTo("flagged");
		assertThat(seen.path("post").isNull()).isTrue();
		assertThat(seen.path("thread").isNull()).isTrue();
		assertThat(seen.at("/message/id").asString()).isEqualTo(message.id());
		assertThat(seen.at("/message/seq").asLong()).isEqualTo(1);
		assertThat(seen.at("/message/context").isEmpty()).isTrue();
	}

	@Test
	void textOfModeratorIsNotChecked() {
		var word = "tulip" + Ids.next();
		var corrected = new RoomMessage(Ids.next(), Ids.next(), this.bob, "flagmeplease " + word, false, 1);
		this.chat.correct(corrected);
		var later = this.chat.write(this.bob, "flagmeplease");
		eventually().until(() -> published("message-case.opened", later) == 1);
		assertThat(StoredTexts.collectionsContaining(this.mongo, word)).isEmpty();
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing(word)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "direct", "group" })
	void textOfPrivateConversationReachesNeitherStoreNorModel(String kind) {
		var word = "tulip" + Ids.next();
		var told = new RoomMessage(Ids.next(), Ids.next(), this.bob, "flagmeplease " + word, false, 0);
		var disguised = new RoomMessage(Ids.next(), Ids.next(), this.bob, "flagmeplease " + word, false, 0);
		this.chat.tellReaders(told, kind);
		this.chat.writeElsewhere(disguised, kind);
		var later = this.chat.write(this.bob, "flagmeplease");
		eventually().until(() -> published("message-case.opened", later) == 1);
		assertThat(StoredTexts.collectionsContaining(this.mongo, word)).isEmpty();
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing(word)));
	}

	@Test
	void heldMessageIsExplainedAppealedAndReleased() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var message = this.chat.write(this.bob, "A harsh word");
		eventually().until(() -> published("message-statement.issued", message) == 1);
		assertThat(data("message-moderation.verdict", message).path("verdict").asString()).isEqualTo("held");
		var statement = this.client.get(this.bob, "/moderation/statements").body().at("/data/0");
		assertThat(statement.path("kind").asString()).isEqualTo("message");
		assertThat(statement.path("restriction").asString()).isEqualTo("hold");
		assertThat(statement.path("conversationId").asString()).isEqualTo(message.roomId());
		assertThat(statement.path("threadId").isNull()).isTrue();
		assertThat(statement.path("automated").asBoolean()).isTrue();
		var path = "/moderation/statements/" + statement.path("id").asString();
		refused(this.client.get(this.carol, path), 404, "statement.not-found");
		var appeal = this.client.post(this.bob, path + "/appeal", Map.of("text", "It was a quotation."));
		assertThat(appeal.status()).as(appeal.toString()).isEqualTo(201);
		var appealId = data("message-appeal.filed", message).path("appealId").asString();
		var answered = this.client.post(this.mod, "/admin/appeals/" + appealId + "/decide",
				Map.of("outcome", "overturn"));
		assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
		assertThat(answered.data().at("/message/id").asString()).isEqualTo(message.id());
		assertThat(answered.data().path("post").isNull()).isTrue();
		assertThat(data("message-appeal.decided", message).path("outcome").asString()).isEqualTo("overturned");
		assertThat(data("message-case.decided", message).path("decision").asString()).isEqualTo("dismiss");
	}

	@Test
	void warningEndsHoldOfCheck() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var message = this.chat.write(this.bob, "Another harsh word");
		var decided = this.client.post(this.mod, path(message) + "/decide", Map.of("decision", "warn"));
		assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
		assertThat(data("message-statement.lifted", message).path("restriction").asString()).isEqualTo("hold");
		eventually().until(() -> published("message-statement.issued", message) == 2);
		assertThat(data("message-statement.issued", message).path("restriction").asString()).isEqualTo("warn");
	}

	@Test
	void lateAndRepeatedEventsChangeNothingAfterEdit() {
		var message = this.chat.write(this.bob, "flagmeplease");
		eventually().until(() -> published("message-case.opened", message) == 1);
		var edited = message.edited("Good morning");
		this.chat.write(edited);
		eventually()
			.untilAsserted(() -> assertThat(this.client.get(this.mod, path(message)).data().path("status").asString())
				.isEqualTo("withdrawn"));
		this.chat.write(edited);
		this.chat.write(message);
		var later = this.chat.write(this.bob, "flagmeplease");
		eventually().until(() -> published("message-case.opened", later) == 1);
		assertThat(stored(message).revision().post()).isEqualTo(1);
		assertThat(published("message-moderation.verdict", message)).isEqualTo(2);
		assertThat(published("message-case.opened", message)).isEqualTo(1);
	}

	@Test
	void removedMessageHasNeitherCheckNorCase() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var waiting = this.chat.write(this.bob, "A tulip");
		var flagged = this.chat.write(this.bob, "flagmeplease");
		eventually().untilAsserted(() -> assertThat(stage(waiting)).isEqualTo(PostCheck.Stage.AGAIN));
		var path = path(flagged);
		this.chat.remove(waiting);
		this.chat.remove(flagged);
		eventually().untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().path("status").asString())
			.isEqualTo("withdrawn"));
		assertThat(stage(waiting)).isEqualTo(PostCheck.Stage.DONE);
		assertThat(stored(waiting).content()).isNull();
	}

	@Test
	void messageThatWasRemovedBeforeItsTextArrivesIsNotChecked() {
		var message = new RoomMessage(Ids.next(), Ids.next(), this.bob, "flagmeplease", false, 0);
		this.chat.remove(message);
		eventually().untilAsserted(() -> assertThat(stage(message)).isEqualTo(PostCheck.Stage.DONE));
		this.chat.write(message);
		var later = this.chat.write(this.bob, "flagmeplease");
		eventually().until(() -> published("message-case.opened", later) == 1);
		assertThat(stored(message).content()).isNull();
		assertThat(published("message-case.opened", message)).isZero();
	}

	@Test
	void reportedMessageKeepsItsCaseWhenItIsRemoved() {
		var message = this.chat.write(this.bob, "flagmeplease");
		var path = path(message);
		this.chat.report(message, "spam");
		eventually().untilAsserted(() -> {
			var seen = this.client.get(this.mod, path).data();
			assertThat(seen.path("source").asString()).isEqualTo("report");
			assertThat(seen.at("/message/context/0/text").asString()).isEqualTo("Hello.");
		});
		this.chat.remove(message);
		var later = this.chat.write(this.bob, "flagmeplease");
		eventually().until(() -> published("message-case.opened", later) == 1);
		assertThat(this.client.get(this.mod, path).data().path("status").asString()).isEqualTo("open");
		assertThat(published("message-case.opened", message)).isEqualTo(1);
	}

	@Test
	void onlyModeratorsByRoleSeeTheCase() {
		var local = TestUser.with();
		openCategory(Ids.next(), "anyone", local.id());
		var path = path(this.chat.write(this.bob, "flagmeplease"));
		refused(this.client.get(local, path), 404, "case.not-found");
		refused(this.client.get(this.carol, path), 403, "auth.forbidden");
		assertThat(this.client.get(TestUser.GUEST, path).status()).isEqualTo(401);
		assertThat(this.client.get(TestUser.with("admin"), path).status()).isEqualTo(200);
	}

	@Test
	void publicLogShowsOpenRoomsToMembersAndLimitedOnesToNobody() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var open = this.chat.write(this.bob, "A harsh word");
		var limited = new RoomMessage(Ids.next(), Ids.next(), this.bob, "A harsh word", true, 0);
		this.chat.write(limited);
		eventually().until(() -> published("message-statement.issued", open) == 1
				&& published("message-statement.issued", limited) == 1);
		assertThat(logged(this.carol, "rooms")).contains("held");
		assertThat(logged(TestUser.GUEST, "rooms")).isEqualTo("[]");
		assertThat(logged(this.carol, "rooms-limited")).isEqualTo("[]");
	}

	@Test
	void sameTextInThreadsSocialPostsAndRoomsIsRepeated() {
		var terms = """
				{"model": "never", "otherwise": {}, "thresholds": {}, "rules": [{"name": "repeated", "then": "flag",
				"when": {"repeats": {"atLeast": 2, "words": 4, "within": "PT1H"}}}]}""";
		underPolicy(terms, () -> {
			this.forum.reply(this.bob, "Visit my new shop with ten percent off today");
			var second = this.social.post(this.bob, "Visit my new shop with 10 percent off today!");
			eventually().until(() -> this.mongo.findById(second.id(), PostCheck.class) != null);
			var third = this.chat.write(this.bob, "Visit my new shop with ten percent off, today");
			eventually().until(() -> published("message-case.opened", third) == 1);
		});
	}

	@Test
	void policiesHoldForRoomsAlone() {
		var terms = """
				{"model": "always", "otherwise": {}, "thresholds": {}, "categories": {"rooms": {"model": false}},
				"rules": [{"name": "rooms/quagga", "when": {"words": ["quagga"], "categories": ["rooms"]},
				"then": "remove"}]}""";
		underPolicy(terms, () -> {
			var word = "tulip" + Ids.next();
			var message = this.chat.write(this.bob, word);
			this.social.post(this.bob, "A quagga");
			var removed = this.chat.write(this.bob, "A quagga");
			eventually().until(() -> published("message-statement.issued", removed) == 1);
			assertThat(data("message-statement.issued", removed).path("restriction").asString()).isEqualTo("remove");
			eventually().untilAsserted(() -> assertThat(stage(message)).isEqualTo(PostCheck.Stage.DONE));
			MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing(word)));
			assertThat(this.forum.published("social-case.opened",
					(data) -> data.at("/content/author/id").asString("").equals(this.bob.id())))
				.isEmpty();
		});
	}

	@Test
	void limitHoldsMessagesAndLockOnlyFlags() {
		var terms = """
				{"model": "never", "otherwise": {}, "thresholds": {}, "rules": [
				{"name": "quarrel", "when": {"words": ["zebra"]}, "then": "lock"},
				{"name": "burst", "when": {"words": ["quagga"]}, "then": "limit", "lasting": "PT24H"}]}""";
		underPolicy(terms, () -> {
			var locking = this.chat.write(this.carol, "A zebra");
			var verdict = data("message-moderation.verdict", locking);
			assertThat(verdict.path("verdict").asString()).isEqualTo("flagged");
			assertThat(verdict.has("locks")).isFalse();
			var limiting = this.chat.write(this.bob, "A quagga");
			assertThat(data("message-statement.issued", limiting).path("restriction").asString()).isEqualTo("limit");
			var held = this.chat.write(this.bob, "Good morning");
			assertThat(data("message-moderation.verdict", held).at("/reasons/0").asString())
				.isEqualTo("author/limited");
		});
	}

	@Test
	void mediaWithoutTextAreSentToNoModel() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var message = this.chat.write(this.bob, "");
		eventually().untilAsserted(() -> assertThat(stage(message)).isEqualTo(PostCheck.Stage.DONE));
		assertThat(published("message-moderation.verdict", message)).isZero();
	}

	@Test
	void erasureAnonymizesAuthor() {
		var path = path(this.chat.write(this.bob, "flagmeplease"));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
		assertThat(kit.export(this.bob.id())).containsKeys("cases", "verdicts");
		assertThat(kit.erase(this.bob.id())).containsEntry("cases", 1L).containsEntry("verdicts", 1L);
		var seen = this.client.get(this.mod, path).data();
		assertThat(seen.at("/message/author/username").asString()).isEqualTo("deleted");
		assertThat(seen.toString()).doesNotContain(this.bob.username());
	}

	private String path(RoomMessage message) {
		return "/admin/cases/" + data("message-case.opened", message).path("caseId").asString();
	}

	private JsonNode data(String type, RoomMessage message) {
		eventually().until(() -> published(type, message) > 0);
		return this.forum.published(type, (data) -> data.at("/message/id").asString("").equals(message.id()))
			.getLast()
			.path("data");
	}

	private int published(String type, RoomMessage message) {
		return this.forum.published(type, (data) -> data.at("/message/id").asString("").equals(message.id())).size();
	}

	private PostCheck.@Nullable Stage stage(RoomMessage message) {
		var found = this.mongo.findById(message.id(), PostCheck.class);
		return (found != null) ? found.stage() : null;
	}

	private PostCheck stored(RoomMessage message) {
		return Objects.requireNonNull(this.mongo.findById(message.id(), PostCheck.class));
	}

	private String logged(TestUser reader, String category) {
		return this.client.get(reader, "/moderation/log?limit=100&category=" + category).body().path("data").toString();
	}

	private static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
