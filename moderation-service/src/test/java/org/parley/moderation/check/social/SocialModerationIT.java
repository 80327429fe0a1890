package org.parley.moderation.check.social;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostData;
import org.parley.contracts.social.SocialVisibility;
import org.parley.moderation.FakeSocial.SocialItem;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.check.PostCheck;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

class SocialModerationIT extends ModerationIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final TestUser bob = TestUser.with();

	private final TestUser carol = TestUser.with();

	private final TestUser mod = TestUser.with("moderator");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private SocialCheckListener listener;

	@Autowired
	private UnitOfWork unitOfWork;

	@Test
	void reportsOfACommentOpenOneCaseWithItsPost() {
		var comment = aReportedComment("Buy my *tomatoes*", false);
		var path = path(comment);
		this.social.report(comment, this.carol, "abuse");
		eventually().untilAsserted(() -> assertThat(this.client.get(this.mod, path).data().path("reasons").toString())
			.isEqualTo("[\"report/spam\",\"report/abuse\"]"));
		var seen = this.client.get(this.mod, path).data();
		assertThat(seen.path("source").asString()).isEqualTo("report");
		assertThat(seen.path("content").asString()).isEqualTo("Buy my *tomatoes*");
		assertThat(seen.path("post").isNull()).isTrue();
		assertThat(seen.path("thread").isNull()).isTrue();
		assertThat(seen.at("/social/kind").asString()).isEqualTo("comment");
		assertThat(seen.at("/social/author/id").asString()).isEqualTo(this.bob.id());
		assertThat(seen.at("/social/everybody").asBoolean()).isFalse();
		assertThat(seen.at("/social/context/0/text").asString()).isEqualTo("My tomatoes are ripe");
		assertThat(seen.at("/social/context/0/author/id").asString()).isEqualTo(this.carol.id());
		assertThat(data("social-case.opened", comment)).isNotEmpty();
	}

	@Test
	void onlyModeratorsByRoleSeeTheCase() {
		var local = TestUser.with();
		openCategory(Ids.next(), "anyone", local.id());
		var path = path(aReportedComment("Spam", true));
		refused(this.client.get(local, path), 404, "case.not-found");
		refused(this.client.get(this.carol, path), 403, "auth.forbidden");
		assertThat(this.client.get(TestUser.with("admin"), path).status()).isEqualTo(200);
		assertThat(this.client.get(this.mod, "/admin/cases?limit=100").toString()).contains(path.substring(13));
	}

	@Test
	void textForEverybodyIsCheckedByRulesAndModel() {
		var word = "tulip" + Ids.next();
		var post = this.social.post(this.bob, "flagmeplease " + word);
		this.social.comment(this.carol, post, "An acceptable " + word + " as well");
		eventually().until(() -> published("social-case.opened", post) == 1);
		assertThat(verdict(post).at("/verdict").asString()).isEqualTo("flagged");
		eventually().untilAsserted(() -> MODEL.verify(2, anyRequestedFor(anyUrl()).withRequestBody(containing(word))));
		var seen = this.client.get(this.mod, path(post)).data();
		assertThat(seen.path("source").asString()).isEqualTo("automatic");
		assertThat(seen.at("/social/kind").asString()).isEqualTo("post");
	}

	@Test
	void textForFollowersIsNeverChecked() {
		var word = "tulip" + Ids.next();
		var post = SocialItem.post(this.bob, "flagmeplease " + word, false);
		this.social.write("social-post.created", post);
		var comment = this.social.comment(this.carol, post, "flagmeplease " + word);
		var later = this.social.post(this.bob, "flagmeplease");
		eventually().until(() -> published("social-case.opened", later) == 1);
		assertThat(isStored(post)).isFalse();
		assertThat(isStored(comment)).isFalse();
		MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing(word)));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void textThatIsNoLongerForEverybodyWaitsForNoModel(boolean byAccount) {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var posted = this.social.post(this.bob, "A tulip");
		var comment = this.social.comment(this.carol, posted, "Another tulip");
		eventually().untilAsserted(() -> assertThat(stage(comment)).isEqualTo(PostCheck.Stage.AGAIN));
		if (byAccount) {
			this.social.makePrivate(this.bob);
		}
		else {
			this.social.write("social-post.edited", posted.limited());
		}
		eventually().untilAsserted(() -> assertThat(stage(comment)).isEqualTo(PostCheck.Stage.DONE));
		assertThat(stage(posted)).isEqualTo(PostCheck.Stage.DONE);
		assertThat(stored(comment).content()).isNull();
	}

	@Test
	void olderEventCancelsNoCheckOfATextThatEverybodyMaySeeAgain() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var posted = this.social.post(this.bob, "A tulip");
		var limited = posted.limited();
		var opened = posted.edited("A rose").edited("Another tulip");
		this.social.write("social-post.edited", opened);
		var comment = this.social.comment(this.carol, opened, "Yet another tulip");
		this.social.write("social-post.edited", limited);
		this.social.write("social-post.edited", opened);
		this.social.write("social-post.edited", limited);
		handleAll();
		assertThat(stored(posted).content()).isEqualTo("Another tulip");
		assertThat(stored(comment).content()).isEqualTo("Yet another tulip");
	}

	@Test
	void textThatWasRemovedBeforeItsEventArrivesIsNotChecked() {
		var posted = SocialItem.post(this.bob, "flagmeplease", true);
		this.social.remove(posted, false);
		this.social.write("social-post.created", posted);
		handleAll();
		assertThat(isStored(posted)).isFalse();
	}

	@Test
	void limitedTextOfABatchOfEventsWaitsForNoModel() {
		var id = Ids.next();
		var event = JSON.readValue(EventContract.example("social-post.created"), EventEnvelope.class);
		this.unitOfWork.runWithLastSteps(() -> {
			this.listener.onPost(written("social-post.created", id, true, 0), event);
			this.listener.onPostEdited(written("social-post.edited", id, false, 1), event);
			return true;
		});
		assertThat(Objects.requireNonNull(this.mongo.findById(id, PostCheck.class)).content()).isNull();
	}

	@Test
	void textThatIsOpenedIsChecked() {
		var limited = SocialItem.post(this.bob, "flagmeplease", false);
		this.social.write("social-post.created", limited);
		var comment = this.social.comment(this.carol, limited, "flagmeplease, too");
		this.social.write("social-post.opened", limited.opened());
		this.social.comment("social-comment.opened", comment, limited.opened());
		eventually().until(() -> published("social-case.opened", limited) == 1);
		eventually().until(() -> published("social-case.opened", comment) == 1);
		assertThat(stored(comment).since()).isEqualTo("2026-11-20T10:19:00Z");
	}

	@Test
	void checkThatWasCancelledIsMadeWhenItsTextIsOpened() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var posted = this.social.post(this.bob, "A tulip");
		eventually().untilAsserted(() -> assertThat(stage(posted)).isEqualTo(PostCheck.Stage.AGAIN));
		this.social.makePrivate(this.bob);
		eventually().untilAsserted(() -> assertThat(stored(posted).content()).isNull());
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		this.social.write("social-post.opened", posted);
		assertThat(verdict(posted).at("/verdict").asString()).isEqualTo("held");
		this.social.makePrivate(this.bob);
		eventually().untilAsserted(() -> assertThat(stored(posted).content()).isNull());
		this.social.write("social-post.opened", posted);
		var later = this.social.post(this.bob, "Another tulip");
		assertThat(verdict(later).at("/verdict").asString()).isEqualTo("held");
		assertThat(published("social-moderation.verdict", posted)).isEqualTo(1);
	}

	@Test
	void commentsOfPostThatLosesItsTextAreStillChecked() {
		MODEL.stubFor(post(MODERATIONS).willReturn(serverError()));
		var posted = this.social.post(this.bob, "A tulip");
		var comment = this.social.comment(this.carol, posted, "A harsh word");
		eventually().untilAsserted(() -> assertThat(stage(comment)).isEqualTo(PostCheck.Stage.AGAIN));
		this.social.write("social-post.edited", posted.edited(""));
		eventually().untilAsserted(() -> assertThat(stored(posted).content()).isNull());
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		assertThat(verdict(comment).at("/verdict").asString()).isEqualTo("held");
	}

	@Test
	void heldPostIsExplainedAppealedAndReleased() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var posted = this.social.post(this.bob, "A harsh word");
		eventually().until(() -> published("social-statement.issued", posted) == 1);
		assertThat(verdict(posted).at("/verdict").asString()).isEqualTo("held");
		var statement = this.client.get(this.bob, "/moderation/statements").body().at("/data/0");
		assertThat(statement.path("kind").asString()).isEqualTo("social-post");
		assertThat(statement.path("socialPostId").asString()).isEqualTo(posted.id());
		assertThat(statement.path("threadId").isNull()).isTrue();
		assertThat(statement.path("automated").asBoolean()).isTrue();
		var appeal = this.client.post(this.bob, "/moderation/statements/" + statement.path("id").asString() + "/appeal",
				Map.of("text", "It was a quotation."));
		assertThat(appeal.status()).as(appeal.toString()).isEqualTo(201);
		var appealId = data("social-appeal.filed", posted).path("appealId").asString();
		var answered = this.client.post(this.mod, "/admin/appeals/" + appealId + "/decide",
				Map.of("outcome", "overturn"));
		assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
		assertThat(answered.data().at("/social/id").asString()).isEqualTo(posted.id());
		assertThat(data("social-appeal.decided", posted)).isNotEmpty();
		assertThat(data("social-case.decided", posted).path("decision").asString()).isEqualTo("dismiss");
		assertThat(logged("social")).contains("held", "lifted");
	}

	@Test
	void warningEndsTheHoldOfACheck() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var posted = this.social.post(this.bob, "Another harsh word");
		var path = path(posted);
		assertThat(this.client.post(this.mod, path + "/decide", Map.of("decision", "warn")).status()).isEqualTo(200);
		assertThat(data("social-statement.lifted", posted).path("restriction").asString()).isEqualTo("hold");
		eventually().until(() -> published("social-statement.issued", posted) == 2);
		assertThat(data("social-statement.issued", posted).path("restriction").asString()).isEqualTo("warn");
	}

	@ParameterizedTest
	@ValueSource(strings = { "warn", "hide", "remove", "ban" })
	void decisionIsExplainedAndReversedOnce(String decision) {
		var admin = TestUser.with("admin");
		var comment = aReportedComment("Spam", false);
		var path = path(comment);
		var before = logged("social") + logged("social-limited");
		var decided = this.client.post(admin, path + "/decide", Map.of("decision", decision, "note", "Advertising."));
		assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
		assertThat(data("social-case.decided", comment).path("decision").asString()).isEqualTo(decision);
		assertThat(data("social-statement.issued", comment).path("note").asString()).isEqualTo("Advertising.");
		assertThat(this.client.get(this.bob, "/moderation/statements").body().at("/data/0/kind").asString())
			.isEqualTo("social-comment");
		assertThat(this.client.post(admin, path + "/reverse", Map.of("note", "A quotation.")).status()).isEqualTo(200);
		refused(this.client.post(admin, path + "/reverse", Map.of()), 409, "case.no-decision");
		assertThat(data("social-case.reversed", comment).path("note").asString()).isEqualTo("A quotation.");
		assertThat(data("social-statement.lifted", comment)).isNotEmpty();
		assertThat(logged("social") + logged("social-limited")).isEqualTo(before);
	}

	@Test
	void casesFollowTheirAuthorsDeletionButNotModeration() {
		var kept = this.social.post(this.bob, "flagmeplease");
		var deleted = this.social.post(this.bob, "flagmeplease, too");
		var keptCase = path(kept);
		var deletedCase = path(deleted);
		this.social.remove(kept, true);
		this.social.remove(deleted, false);
		eventually()
			.untilAsserted(() -> assertThat(this.client.get(this.mod, deletedCase).data().path("status").asString())
				.isEqualTo("withdrawn"));
		assertThat(this.client.get(this.mod, keptCase).data().path("status").asString()).isEqualTo("open");
	}

	@Test
	void restoredTextIsNotCheckedAgain() {
		var posted = this.social.post(this.bob, "flagmeplease");
		var path = path(posted);
		this.client.post(this.mod, path + "/decide", Map.of("decision", "dismiss"));
		this.social.restore(posted);
		var later = this.social.post(this.bob, "flagmeplease");
		eventually().until(() -> published("social-case.opened", later) == 1);
		assertThat(published("social-moderation.verdict", posted)).isEqualTo(1);
		assertThat(stored(posted).revision().post()).isZero();
	}

	@Test
	void sameTextInThreadsAndSocialPostsIsRepeated() {
		var terms = """
				{"model": "never", "otherwise": {}, "thresholds": {}, "rules": [{"name": "repeated", "then": "flag",
				"when": {"repeats": {"atLeast": 2, "words": 4, "within": "PT1H"}}}]}""";
		underPolicy(terms, () -> {
			this.forum.reply(this.bob, "Visit my new shop with ten percent off today");
			var second = this.social.post(this.bob, "Visit my new shop with 10 percent off today!");
			eventually().until(() -> isStored(second));
			var third = this.social.comment(this.bob, second, "Visit my new shop with ten percent off, today");
			eventually().until(() -> published("social-case.opened", third) == 1);
			assertThat(published("social-case.opened", second)).isZero();
		});
	}

	@Test
	void policiesCanKeepSocialTextsInTheHouse() {
		var terms = """
				{"model": "always", "otherwise": {}, "thresholds": {}, "rules": [],
				"categories": {"social": {"model": false}}}""";
		underPolicy(terms, () -> {
			var word = "tulip" + Ids.next();
			var posted = this.social.post(this.bob, word);
			eventually().untilAsserted(() -> assertThat(stage(posted)).isEqualTo(PostCheck.Stage.DONE));
			MODEL.verify(0, anyRequestedFor(anyUrl()).withRequestBody(containing(word)));
		});
	}

	@Test
	void erasureRemovesTextsAndAnonymizesAuthors() {
		var path = path(aReportedComment("Tulips and spam", true));
		var before = this.client.get(this.mod, path).data();
		assertThat(before.path("content").asString()).isEqualTo("Tulips and spam");
		assertThat(before.at("/social/context/0/text").isString()).isTrue();
		var kit = new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
		assertThat(kit.erase(this.bob.id())).containsEntry("cases", 1L);
		assertThat(kit.erase(this.carol.id())).containsEntry("quoted-in-cases", 1L);
		var seen = this.client.get(this.mod, path).data();
		assertThat(seen.at("/social/author/username").asString()).isEqualTo("deleted");
		assertThat(seen.at("/social/context/0/author/username").asString()).isEqualTo("deleted");
		assertThat(seen.at("/social/context/0/text").isNull()).isTrue();
		assertThat(seen.toString()).doesNotContain(this.bob.username(), this.carol.username(), "Tulips");
	}

	@Test
	void erasureRemovesTextsThatChecksHold() {
		MODEL.stubFor(post(MODERATIONS).willReturn(okJson(scores(0.95))));
		var word = "tulip" + Ids.next();
		var posted = this.social.post(this.bob, word);
		assertThat(verdict(posted).at("/verdict").asString()).isEqualTo("held");
		this.social.remove(posted, true);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation");
		assertThat(kit.erase(this.bob.id())).containsEntry("social-checks", 1L);
		assertThat(StoredTexts.collectionsContaining(this.mongo, word, "outbox")).isEmpty();
	}

	/** Events are handled one after the other, so earlier events are handled, too. */
	private void handleAll() {
		var last = this.social.post(TestUser.with(), "A last tulip");
		eventually().until(() -> isStored(last));
	}

	private SocialPostChanged written(String type, String id, boolean everybody, long version) {
		var author = new PersonReference(this.bob.id(), this.bob.username(), this.bob.username());
		return new SocialPostChanged(type,
				new SocialPostData(id, author, "A tulip", "<p>A tulip</p>", List.of(),
						everybody ? SocialVisibility.PUBLIC : SocialVisibility.FOLLOWERS, everybody, Instant.EPOCH,
						null, version),
				null, null, List.of());
	}

	private SocialItem aReportedComment(String text, boolean everybody) {
		var comment = new SocialItem("comment", Ids.next(), Ids.next(), this.bob, text, everybody, 0);
		this.social.report(comment, this.carol, "spam");
		return comment;
	}

	private String path(SocialItem item) {
		return "/admin/cases/" + data("social-case.opened", item).path("caseId").asString();
	}

	private JsonNode verdict(SocialItem item) {
		return data("social-moderation.verdict", item);
	}

	private JsonNode data(String type, SocialItem item) {
		eventually().until(() -> published(type, item) > 0);
		return this.forum.published(type, (data) -> data.at("/content/id").asString("").equals(item.id()))
			.getLast()
			.path("data");
	}

	private int published(String type, SocialItem item) {
		return this.forum.published(type, (data) -> data.at("/content/id").asString("").equals(item.id())).size();
	}

	private PostCheck.@Nullable Stage stage(SocialItem item) {
		return isStored(item) ? stored(item).stage() : null;
	}

	private boolean isStored(SocialItem item) {
		return this.mongo.findById(item.id(), PostCheck.class) != null;
	}

	private PostCheck stored(SocialItem item) {
		return Objects.requireNonNull(this.mongo.findById(item.id(), PostCheck.class));
	}

	private String logged(String category) {
		return this.client.get(TestUser.GUEST, "/moderation/log?limit=100&category=" + category)
			.body()
			.path("data")
			.toString();
	}

	private static void refused(TestResponse response, int status, String code) {
		assertThat(response.status()).as(response.toString()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
	}

}
