package org.example.mobile;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import org.example.mobile.model.ThreadView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@WireMockTest
class ForumOnDeviceTests {

	private static final String POST = """
			{"data": {"id": "p", "threadId": "t", "number": 2, "content": "Ripe.", "status": "active", "version": 1}}""";

	private final ForumOnDevice forum;

	ForumOnDeviceTests(WireMockRuntimeInfo server) {
		this.forum = new ForumOnDevice(server.getHttpBaseUrl(), "secret");
	}

	@BeforeEach
	void answerThreads() {
		stubFor(get(urlPathEqualTo("/api/v1/threads")).willReturn(okJson("""
				{"data": [{"id": "t", "title": "Figs", "status": "open", "replyCount": 1}]}""").withHeader("ETag",
				"\"1\"")));
	}

	@Test
	void unchangedThreadsAreNotSentAgain() {
		this.forum.latest();
		stubFor(get(urlPathEqualTo("/api/v1/threads")).withHeader("If-None-Match", equalTo("\"1\""))
			.willReturn(aResponse().withStatus(304)));
		assertThat(this.forum.latest()).extracting(ThreadView::getTitle).containsExactly("Figs");
		verify(getRequestedFor(urlPathEqualTo("/api/v1/threads")).withHeader("Authorization", equalTo("Bearer secret"))
			.withHeader("If-None-Match", equalTo("\"1\"")));
	}

	@Test
	void lastThreadsAreShownWithoutConnection() {
		this.forum.latest();
		stubFor(get(urlPathEqualTo("/api/v1/threads"))
			.willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		assertThat(this.forum.latest()).hasSize(1);
	}

	@Test
	void replyWithoutConnectionIsSentAgainWithSameKey() {
		stubFor(post("/api/v1/posts").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		this.forum.reply("t", "Ripe.");
		var pending = this.forum.pending();
		assertThat(pending).singleElement().extracting(PendingReply::content).isEqualTo("Ripe.");
		stubFor(post("/api/v1/posts").willReturn(okJson(POST).withStatus(201)));
		assertThat(this.forum.synchronize()).singleElement().extracting("number").isEqualTo(2);
		assertThat(this.forum.pending()).isEmpty();
		verify(moreThanOrExactly(2),
				postRequestedFor(urlPathEqualTo("/api/v1/posts"))
					.withHeader("Idempotency-Key", equalTo(pending.getFirst().key()))
					.withRequestBody(matchingJsonPath("$.content", equalTo("Ripe."))));
	}

	@Test
	void refusedReplyIsNotSentAgain() {
		stubFor(post("/api/v1/posts").willReturn(problem(422, "thread.locked")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.forum.reply("t", "Late."))
			.withMessageContaining("thread.locked");
		assertThat(this.forum.pending()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "409, idempotency.in-progress", "409, thread.closing", "429, rate.limited" })
	void replyThatMayBeAcceptedLaterWaits(int status, String code) {
		stubFor(post("/api/v1/posts").willReturn(problem(status, code).withHeader("Retry-After", "1")));
		this.forum.reply("t", "Ripe.");
		assertThat(this.forum.pending()).hasSize(1);
		stubFor(post("/api/v1/posts").willReturn(okJson(POST).withStatus(201)));
		assertThat(this.forum.synchronize()).hasSize(1);
	}

	@Test
	void replyWithExpiredTokenWaits() {
		stubFor(post("/api/v1/posts").willReturn(problem(401, "auth.token-expired")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.forum.reply("t", "Ripe."))
			.withMessageContaining("auth.token-expired");
		assertThat(this.forum.pending()).hasSize(1);
	}

	private static ResponseDefinitionBuilder problem(int status, String code) {
		return aResponse().withStatus(status)
			.withHeader("Content-Type", "application/problem+json")
			.withBody("{\"code\": \"%s\", \"status\": %s}".formatted(code, status));
	}

}
