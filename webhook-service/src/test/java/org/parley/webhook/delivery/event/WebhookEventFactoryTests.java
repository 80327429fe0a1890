package org.parley.webhook.delivery.event;

import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.test.EventContract;
import org.parley.webhook.delivery.WebhookMessage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookEventFactoryTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned",
			"thread.unpinned", "thread.archived", "thread.moved", "thread.split", "thread.merged", "thread.restored",
			"thread.removed", "post.created", "post.edited", "post.moved", "post.removed", "post.restored",
			"answer.accepted", "answer.withdrawn" })
	void visibleEventKeepsItsType(String type) {
		var message = map(type, (data) -> {
		}).orElseThrow();
		assertThat(message.type()).isEqualTo(type);
		var payload = JSON.readTree(message.payload());
		assertThat(payload.path("type").asString()).isEqualTo(type);
		assertThat(payload.path("timestamp").asString()).endsWith("Z");
		assertThat(payload.at("/data/thread/id").asString()).isNotBlank();
		assertThat(message.about().category()).isEqualTo(payload.at("/data/thread/category/id").asString());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "thread.snapshot", "thread.read", "votes.changed", "subscription.changed", "report.filed" })
	void internalEventHasNoMessage(String type) {
		assertThat(map(type, (data) -> {
		})).isEmpty();
	}

	@Test
	void removedCategoryHasNoModerator() {
		var message = map("category.removed", (_) -> {
		}).orElseThrow();
		assertThat(message.payload()).contains("gardening").doesNotContain("\"by\"");
	}

	@ParameterizedTest
	@CsvSource({ "post.created, held", "post.edited, removed", "post.restored, deleted", "thread.created, held" })
	void heldPostHasNoMessage(String type, String status) {
		assertThat(map(type, (data) -> data.withObject("/post").put("status", status))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "thread.edited, hidden", "thread.locked, removed", "thread.split, hidden" })
	void hiddenThreadHasNoMessage(String type, String status) {
		assertThat(map(type, (data) -> data.withObject("/thread").put("status", status))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread.split", "thread.merged", "post.moved" })
	void otherThreadHasOnlyItsId(String type) {
		var data = JSON.readTree(map(type, (_) -> {
		}).orElseThrow().payload()).path("data");
		var other = data.has("into") ? data.path("into") : data.path("from");
		assertThat(other.path("id").asString()).isNotBlank();
		assertThat(other.toString()).doesNotContain("title", "category", "author");
	}

	@Test
	void mergedThreadHasNoContent() {
		var message = map("thread.merged", (_) -> {
		}).orElseThrow();
		assertThat(message.payload()).doesNotContain("title", "author", "\"by\"");
		assertThat(message.about().content()).isFalse();
	}

	@Test
	void movedInvisiblePostHasNoMessage() {
		assertThat(map("post.moved", (data) -> {
			data.put("status", "held");
			data.remove("post");
		})).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "thread.moved, thread.removed, thread", "post.moved, post.removed, post" })
	void departureNamesThePreviousPlaceOnly(String type, String expected, String object) {
		var message = WebhookEventFactory.mapDeparture(event(type, (data) -> {
			data.withObject("/thread").put("version", 7);
			data.withObject("/thread/category").put("id", "secret");
			data.put("version", 7);
		})).orElseThrow();
		var data = JSON.readTree(message.payload()).path("data");
		assertThat(message.type()).isEqualTo(expected);
		assertThat(data.path(object).path("version").asInt()).isEqualTo(7);
		assertThat(data.at("/thread/category/slug").asString()).isEqualTo("gardening");
		assertThat(message.payload()).doesNotContain("secret", "title", "content", "author", "\"by\"");
		assertThat(message.about().category()).isEqualTo("01KAG2W0K2M4N6P8Q0R2S4T6V8");
		assertThat(message.about().thread()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread.hidden", "thread.removed", "post.removed" })
	void removalHasNoContent(String type) {
		var message = map(type, (data) -> data.put("reason", "because")).orElseThrow();
		assertThat(message.type()).isEqualTo(type.replace("hidden", "removed"));
		assertThat(message.payload()).doesNotContain("title", "content", "author", "because", "\"by\"");
		assertThat(message.about().content()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "active, held, post.removed", "flagged, removed, post.removed", "held, active, post.restored",
			"removed, flagged, post.restored", "active, flagged, ''", "held, removed, ''" })
	void statusChangeIsMappedAsReadersNoticeIt(String was, String status, String expected) {
		var message = map("post.status-changed", (data) -> {
			data.put("was", was).put("status", status);
			data.withObject("/post").put("status", status);
		});
		assertThat(message.map(WebhookMessage::type).orElse("")).isEqualTo(expected);
		message.ifPresent((found) -> assertThat(found.payload()).doesNotContain("flagged", "moderation", "was"));
	}

	/** Messages may arrive in any order. */
	@ParameterizedTest
	@CsvSource({ "thread.edited, thread", "thread.locked, thread", "thread.unlocked, thread", "thread.restored, thread",
			"thread.removed, thread", "thread.hidden, thread", "thread.merged, thread", "answer.accepted, thread",
			"answer.withdrawn, thread", "post.edited, post", "post.removed, post", "post.restored, post" })
	void messageHasTheVersion(String type, String object) {
		var message = map(type, (data) -> {
			data.withObject("/" + object).remove("version");
			(data.has("version") ? data : data.withObject("/" + object)).put("version", 7);
		}).orElseThrow();
		assertThat(JSON.readTree(message.payload()).path("data").path(object).path("version").asInt()).isEqualTo(7);
	}

	@Test
	void messageOmitsModerator() {
		var message = map("post.edited", (data) -> data.withObject("/by").put("username", "the-moderator"));
		assertThat(message.orElseThrow().payload()).doesNotContain("the-moderator", "status");
	}

	private static Optional<WebhookMessage> map(String type, Consumer<ObjectNode> change) {
		return WebhookEventFactory.map(event(type, change));
	}

	private static EventEnvelope event(String type, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		change.accept(event.withObject("/data"));
		return JSON.treeToValue(event, EventEnvelope.class);
	}

}
