package org.parley.webhook.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.domain.Caller;
import org.parley.webhook.visibility.MessageSource;
import org.parley.webhook.visibility.MessageSubject;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookSubscriptionTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private static final Duration WARNED = Duration.ofHours(60);

	private final Caller alice = new Caller("alice", "alice", "Alice", "session", Set.of("user"),
			Set.of(Caller.FIRST_PARTY));

	private final WebhookSubscription subscription = WebhookSubscription.create(this.alice,
			request("https://example.org/hook", null), "sealed", NOW);

	@Test
	void onlyActivationOfStoppedSubscriptionForgetsFailures() {
		this.subscription.recordFailure(NOW);
		turn("active");
		assertThat(this.subscription.isFailing()).isTrue();
		turn("disabled");
		turn("active");
		assertThat(this.subscription.isFailing()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Fußball, fussball", "İstanbul, istanbul", "ＡＢＣ, abc", "cafe\u0301, caf\u00e9", "Java, java" })
	void tagInAnySpellingIsWanted(String spelling, String key) {
		this.subscription.change(new WebhookSubscriptionRequest(null, null, null, Set.of(spelling), null, null, null),
				this.alice);
		var subject = new MessageSubject(MessageSource.FORUM, "fruit", "thread", "post", true, Set.of("bob"),
				Set.of("other", key), 0L);
		assertThat(this.subscription.subscriber().wants(subject)).isTrue();
	}

	@Test
	void reasonOfDisablingStays() {
		this.subscription.recordFailure(NOW);
		this.subscription.recordFailure(NOW.plus(WARNED));
		this.subscription.recordFailure(NOW.plus(WARNED).plus(WARNED));
		assertThat(this.subscription.view(NOW).reason()).isEqualTo("All deliveries failed for 5 days.");
		turn("disabled");
		assertThat(this.subscription.view(NOW).reason()).isEqualTo("All deliveries failed for 5 days.");
	}

	@Test
	void endpointThatSeldomFailsIsWarnedLongBeforeItIsDisabled() {
		this.subscription.recordFailure(NOW);
		var later = NOW.plus(Duration.ofDays(30));
		this.subscription.recordFailure(later);
		this.subscription.recordFailure(later.plusSeconds(5));
		assertThat(this.subscription.isWarned()).isTrue();
		assertThat(this.subscription.isActive()).isTrue();
		assertThat(this.subscription.view(later.plusSeconds(5)).disabledAt()).isEqualTo(later.plus(WARNED));
		this.subscription.recordFailure(later.plus(WARNED));
		assertThat(this.subscription.isActive()).isFalse();
	}

	@Test
	void endpointThatGetsNoMessagesIsDisabledAtNoKnownTime() {
		this.subscription.recordFailure(NOW);
		var later = NOW.plus(Duration.ofDays(30));
		assertThat(this.subscription.view(later).disabledAt()).isNull();
		this.subscription.recordFailure(later);
		var last = later.plus(Duration.ofDays(30));
		assertThat(this.subscription.view(last).disabledAt()).isNull();
	}

	@Test
	void endpointThatAlwaysFailsIsWarnedOnceAndDisabledAfterFiveDays() {
		this.subscription.recordFailure(NOW);
		assertThat(this.subscription.isChangedByFailure(NOW.plus(WARNED).minusMillis(1))).isFalse();
		assertThat(this.subscription.view(NOW).disabledAt()).isEqualTo(NOW.plus(Duration.ofDays(5)));
		this.subscription.recordFailure(NOW.plus(WARNED));
		assertThat(this.subscription.isWarned()).isTrue();
		assertThat(this.subscription.isChangedByFailure(NOW.plus(Duration.ofDays(5)).minusMillis(1))).isFalse();
		this.subscription.recordFailure(NOW.plus(Duration.ofDays(5)));
		assertThat(this.subscription.isActive()).isFalse();
	}

	@Test
	void newAddressBeginsWithoutFailures() {
		this.subscription.recordFailure(NOW);
		this.subscription.recordFailure(NOW.plus(WARNED));
		this.subscription.change(request("https://example.org/hook", null), this.alice);
		assertThat(this.subscription.isWarned()).isTrue();
		this.subscription.change(request("https://example.org/other", null), this.alice);
		assertThat(this.subscription.isWarned()).isFalse();
		this.subscription.recordFailure(NOW.plus(WARNED).plus(WARNED));
		assertThat(this.subscription.isActive()).isTrue();
	}

	private void turn(String status) {
		this.subscription.change(request(null, status), this.alice);
	}

	private static WebhookSubscriptionRequest request(@Nullable String url, @Nullable String status) {
		return new WebhookSubscriptionRequest(url, Set.of("post.created"), null, null, null, null, status);
	}

}
