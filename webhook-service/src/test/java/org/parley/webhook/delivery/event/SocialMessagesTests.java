package org.parley.webhook.delivery.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.test.EventContract;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.visibility.MessageSource;
import org.parley.webhook.visibility.MessageTypes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class SocialMessagesTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "social-post.created", "social-post.edited", "social-post.removed",
			"social-comment.created", "social-comment.edited", "social-comment.removed" })
	void onlyWhatEverybodySeesIsAMessage(String type) {
		assertThat(map(type, (data) -> data.putNull("previousVisibility").withObject("/post").put("everybody", false)))
			.isEmpty();
		assertThat(map(type, (data) -> data.putNull("previousVisibility").withObject("/post").remove("everybody")))
			.isEmpty();
		var message = map(type, (data) -> data.withObject("/post").put("everybody", true)).orElseThrow();
		assertThat(message.type()).isEqualTo(type);
		assertThat(message.about().source()).isEqualTo(MessageSource.SOCIAL);
		assertThat(message.about().content()).isEqualTo(!type.endsWith(".removed"));
		var data = JSON.readTree(message.payload()).path("data");
		assertThat(data.at("/post/id").asString()).isEqualTo(message.about().thread());
		assertThat(data.toString()).doesNotContain("mentioned", "visibility");
	}

	@ParameterizedTest
	@ValueSource(strings = { "social-post.removed", "social-comment.removed" })
	void removalHasOnlyIds(String type) {
		var message = map(type, (data) -> data.withObject("/post").put("everybody", true)).orElseThrow();
		var data = JSON.readTree(message.payload()).path("data");
		assertThat(data.toString()).doesNotContain("author", "username");
		assertThat(data.path(type.contains("post") ? "post" : "comment").path("version").isInt()).isTrue();
	}

	@Test
	void postThatBecomesPrivateIsRemoved() {
		var message = map("social-post.edited", (data) -> {
			data.withObject("/post").put("everybody", false).put("visibility", "followers");
			data.put("previousVisibility", "public");
		}).orElseThrow();
		assertThat(message.type()).isEqualTo("social-post.removed");
		assertThat(message.payload()).doesNotContain("tomatoes");
		assertThat(map("social-post.edited", (data) -> {
			data.withObject("/post").put("everybody", false);
			data.put("previousVisibility", "followers");
		})).isEmpty();
		assertThat(map("social-post.edited", (data) -> {
			data.withObject("/post").put("everybody", false).put("visibility", "public");
			data.put("previousVisibility", "public");
		})).as("the author's account is private").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void accountThatBecomesPrivateOrPublicIsOneMessage(boolean isPrivate) {
		var message = map("social-account.changed", (data) -> data.put("privateAccount", isPrivate)).orElseThrow();
		assertThat(message.type()).isEqualTo("social-account.changed");
		assertThat(MessageTypes.areForEveryone(List.of(message.type()))).isTrue();
		assertThat(message.about().source()).isEqualTo(MessageSource.SOCIAL);
		var data = JSON.readTree(message.payload()).path("data");
		assertThat(data.propertyNames()).containsExactlyInAnyOrder("person", "privateAccount", "version");
		assertThat(data.at("/person").propertyNames()).containsExactly("id");
		assertThat(data.path("privateAccount").asBoolean()).isEqualTo(isPrivate);
		assertThat(map("social-account.snapshot", (_) -> {
		})).isEmpty();
	}

	@Test
	void commentHasBothAuthors() {
		var message = map("social-comment.created", (data) -> data.withObject("/post").put("everybody", true))
			.orElseThrow();
		assertThat(message.about().authors()).hasSize(2);
		assertThat(map("social-comment.created", (data) -> {
			data.withObject("/post").put("everybody", true);
			data.withObject("/comment").set("author", data.at("/post/author"));
		}).orElseThrow().about().authors()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user.registered", "user.groups-changed", "user.banned", "user.deleted", "appeal.filed",
			"social-appeal.decided", "message-appeal.filed", "case.opened", "case.decided", "case.withdrawn",
			"message-case.decided", "social-case.reversed" })
	void staffMessageHasNoTokensOrReplacedTexts(String type) {
		var event = event(type, (data) -> data.put("text", "a secret replacement").put("tokenVersion", 7));
		var message = StaffMessages.map(event).orElseThrow();
		assertThat(message.type()).isEqualTo(type);
		assertThat(message.about().source()).isEqualTo(MessageSource.STAFF);
		assertThat(message.payload()).doesNotContain("tokenVersion", "a secret replacement");
	}

	private static Optional<WebhookMessage> map(String type, Consumer<ObjectNode> change) {
		return SocialMessages.map(event(type, change));
	}

	private static EventEnvelope event(String type, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		change.accept(event.withObject("/data"));
		return JSON.treeToValue(event, EventEnvelope.class);
	}

}
