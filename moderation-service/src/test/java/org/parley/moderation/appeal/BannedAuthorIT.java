package org.parley.moderation.appeal;

import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum;
import org.parley.moderation.FakeForum.Post;
import org.parley.moderation.ModerationIT;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.review.CaseRuled;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Appeals of banned authors, by the token of the mail. */
class BannedAuthorIT extends ModerationIT {

	private static final String BY_TOKEN = "/moderation/statements/by-token";

	private static final String ISSUED = "statement.issued";

	private final TestUser bob = TestUser.with();

	private final TestUser admin = TestUser.with("admin");

	private final TestUser other = TestUser.with("admin");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private Cases cases;

	@Autowired
	private UnitOfWork unitOfWork;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Test
	void bannedAuthorReadsReasonsAndAppealsWithoutSession() {
		var post = bannedPost();
		var token = open(event(ISSUED, post, 1));
		var read = read(token);
		assertThat(read.status()).as(read.toString()).isEqualTo(200);
		assertThat(read.header("Cache-Control")).contains("no-store");
		assertThat(read.data().path("restriction").asString()).isEqualTo("ban");
		assertThat(read.data().path("note").asString()).isEqualTo("Because.");
		var key = Ids.next();
		var filed = appeal(token, key);
		assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
		assertThat(filed.data().at("/appeal/status").asString()).isEqualTo("open");
		assertThat(appeal(token, key).data()).isEqualTo(filed.data());
		assertRefused(appeal(token, Ids.next()), 409, "appeal.exists");
		var appeal = "/admin/appeals/" + event("appeal.filed", post, 1).at("/data/appealId").asString();
		assertRefused(answer(this.admin, appeal), 403, "appeal.own-decision");
		assertThat(answer(this.other, appeal).status()).isEqualTo(200);
		assertThat(event("case.reversed", post, 1).at("/data/decision").asString()).isEqualTo("ban");
		assertThat(this.forum.published("appeal.filed", post)).hasSize(1);
		assertThat(read(token).data().path("status").asString()).isEqualTo("lifted");
		assertThat(read(token).data().at("/appeal/status").asString()).isEqualTo("overturned");
	}

	@Test
	void statementSaysThatLiftedBanIsOver() {
		var post = bannedPost();
		var token = open(event(ISSUED, post, 1));
		assertThat(read(token).data().path("until").isNull()).isTrue();
		this.forum.publishAccount("user.unbanned", this.bob, 9, Map.of());
		eventually().untilAsserted(() -> assertThat(read(token).data().path("until").asString("")).isNotEmpty());
		assertThat(read(token).data().path("status").asString()).isEqualTo("in-force");
		assertThat(Instant.parse(read(token).data().path("until").asString())).isBeforeOrEqualTo(Instant.now());
	}

	@Test
	void tokenIsNowhereInClear() {
		var issued = event(ISSUED, bannedPost(), 1);
		var token = open(issued);
		var read = read(token);
		assertThat(issued.toString()).doesNotContain(token, Sha256.hex(token));
		assertThat(read.body().toString()).doesNotContain(token, Sha256.hex(token));
		appeal(token, Ids.next());
		assertThat(StoredTexts.collectionsContaining(this.mongo, token)).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, Sha256.hex(token))).containsExactly("statements");
	}

	@Test
	void onlyBansHaveToken() {
		for (var decision : List.of("warn", "hide", "remove")) {
			var post = reportedPost();
			decide(post, this.admin, decision);
			assertThat(event(ISSUED, post, 1).at("/data/appealToken").isMissingNode()).as(decision).isTrue();
		}
		var held = this.forum.reply(this.bob, "kys");
		assertThat(event(ISSUED, held, 1).at("/data/appealToken").isMissingNode()).isTrue();
	}

	@Test
	void eachBanHasItsOwnToken() {
		var tokens = List.of(open(event(ISSUED, bannedPost(), 1)), open(event(ISSUED, bannedPost(), 1)));
		assertThat(tokens).doesNotHaveDuplicates();
		assertThat(tokens.stream().map((token) -> read(token).data().path("id").asString())).doesNotHaveDuplicates();
	}

	@Test
	void unknownAndExpiredTokensGetSameAnswer() {
		var issued = event(ISSUED, bannedPost(), 1);
		var token = open(issued);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(statementId(issued))),
				Update.update("appealUntil", Instant.now().minusSeconds(1)), "statements");
		var expired = read(token);
		assertRefused(expired, 404, "statement.link-invalid");
		for (var invalid : List.of("guessed", statementId(issued), Sha256.hex(token), token + "A")) {
			var unknown = read(invalid);
			assertThat(unknown.status()).isEqualTo(expired.status());
			assertThat(unknown.code()).isEqualTo(expired.code());
			assertThat(unknown.body().path("detail")).isEqualTo(expired.body().path("detail"));
			assertRefused(appeal(invalid, null), 404, "statement.link-invalid");
		}
		assertRefused(appeal(token, null), 404, "statement.link-invalid");
		assertRefused(read(""), 400, "request.invalid");
	}

	@Test
	void reversedBanIsShownAndNotAppealed() {
		var post = bannedPost();
		var token = open(event(ISSUED, post, 1));
		this.client.post(this.other, casePath(post) + "/reverse", Map.of("note", "A mistake."));
		event("statement.lifted", post, 1);
		assertThat(read(token).data().path("liftNote").asString()).isEqualTo("A mistake.");
		assertRefused(appeal(token, null), 409, "statement.lifted");
	}

	@Test
	void erasureRemovesToken() {
		var token = open(event(ISSUED, bannedPost(), 1));
		new PersonalDataKit(this.rabbit, this.broker, "moderation.events", "ai_moderation").erase(this.bob.id());
		assertRefused(read(token), 404, "statement.link-invalid");
		assertThat(StoredTexts.collectionsContaining(this.mongo, Sha256.hex(token))).isEmpty();
	}

	@Test
	void bannedAuthorOfMessageHasToken() {
		var message = this.forum.reportMessage(this.bob, TestUser.with(), "You deserve it.");
		eventually().untilAsserted(() -> assertThat(this.forum.published("message-case.opened", message)).hasSize(1));
		var opened = this.forum.published("message-case.opened", message).getFirst();
		this.client.post(this.admin, "/admin/cases/" + opened.at("/data/caseId").asString() + "/decide",
				Map.of("decision", "ban"));
		eventually()
			.untilAsserted(() -> assertThat(this.forum.published("message-statement.issued", message)).hasSize(1));
		var token = open(this.forum.published("message-statement.issued", message).getFirst());
		assertThat(read(token).data().path("kind").asString()).isEqualTo("message");
	}

	@Test
	void crashLeavesNeitherStatementNorToken() {
		var post = bannedPost();
		event(ISSUED, post, 1);
		var decided = this.cases.find(casePath(post).substring("/admin/cases/".length())).orElseThrow();
		assertThatIllegalStateException().isThrownBy(() -> this.unitOfWork.run(() -> {
			this.publisher.publishEvent(new CaseRuled(decided));
			throw new IllegalStateException("A crash");
		}));
		assertThat(this.client.get(this.bob, "/moderation/statements").data()).hasSize(1);
		event(ISSUED, bannedPost(), 1);
		assertThat(this.forum.published(ISSUED, post)).hasSize(1);
	}

	private Post reportedPost() {
		var post = this.forum.createReportedPost(this.bob, FakeForum.GARDENING);
		event("case.opened", post, 1);
		return post;
	}

	private Post bannedPost() {
		var post = reportedPost();
		decide(post, this.admin, "ban");
		return post;
	}

	private void decide(Post post, TestUser by, String decision) {
		var reply = this.client.post(by, casePath(post) + "/decide", Map.of("decision", decision, "note", "Because."));
		assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
	}

	private TestResponse read(String token) {
		return this.client.post(TestUser.GUEST, BY_TOKEN, Map.of("token", token));
	}

	private TestResponse appeal(String token, @Nullable String key) {
		var body = Map.of("token", token, "text", "I quoted it.");
		return (key != null) ? this.client.post(TestUser.GUEST, BY_TOKEN + "/appeal", body, "Idempotency-Key", key)
				: this.client.post(TestUser.GUEST, BY_TOKEN + "/appeal", body);
	}

	private TestResponse answer(TestUser by, String path) {
		return this.client.post(by, path + "/decide", Map.of("outcome", "overturn", "note", "Because."));
	}

	private String casePath(Post post) {
		return "/admin/cases/" + event("case.opened", post, 1).at("/data/caseId").asString();
	}

	private static String statementId(JsonNode issued) {
		return issued.at("/data/statementId").asString();
	}

	/** Opens the token as notification-service does. */
	private static String open(JsonNode issued) {
		try {
			var jwe = JWEObject.parse(issued.at("/data/appealToken").asString());
			assertThat(jwe.getHeader().getAudience()).containsExactly("notification-service");
			jwe.decrypt(new DirectDecrypter(Base64.getDecoder().decode(NOTIFICATION_KEY)));
			return jwe.getPayload().toString();
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError("The token is not sealed", ex);
		}
	}

	/** Waits for the nth event of a post. */
	private JsonNode event(String type, Post post, int count) {
		eventually()
			.untilAsserted(() -> assertThat(this.forum.published(type, post)).hasSizeGreaterThanOrEqualTo(count));
		return this.forum.published(type, post).get(count - 1);
	}

	private static void assertRefused(TestResponse reply, int status, String code) {
		assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
		assertThat(reply.code()).isEqualTo(code);
	}

}
