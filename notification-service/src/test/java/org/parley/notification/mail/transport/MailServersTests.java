package org.parley.notification.mail.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.mail.MailSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class MailServersTests {

	private static final OutgoingMail MAIL = new OutgoingMail("1", "<1@localhost>", "Parley", "alice@example.com",
			"Hello", "Text", "<p>Text</p>", Map.of());

	private static final MailSettings SETTINGS = new MailSettings("parley@localhost", List.of(), Duration.ofMinutes(1),
			Duration.ofMinutes(1), 3, Duration.ofDays(1));

	private final List<String> asked = new ArrayList<>();

	private Instant now = Instant.parse("2026-03-01T12:00:00Z");

	private final InstantSource clock = () -> this.now;

	@ParameterizedTest
	@CsvSource(textBlock = """
			accepted,    accepted,    a,   accepted
			unavailable, accepted,    a b, accepted
			later,       accepted,    a b, accepted
			never,       accepted,    a,   never
			unconfirmed, accepted,    a,   unconfirmed
			unavailable, later,       a b, later
			later,       unavailable, a b, later
			later,       later,       a b, later
			unavailable, never,       a b, never
			unavailable, unconfirmed, a b, unconfirmed
			unavailable, unavailable, a b, unavailable
			""")
	void nextServerGetsWhatThePreviousHasCertainlyNotAccepted(String first, String second, String servers,
			String outcome) {
		var all = servers(route("a", first), route("b", second));
		assertThat(outcome(catchThrowable(() -> all.deliver(MAIL)))).isEqualTo(outcome);
		assertThat(String.join(" ", this.asked)).isEqualTo(servers);
	}

	@Test
	void failingServerIsLeftAloneForAWhile() {
		var all = servers(route("a", "unavailable"), route("b", "accepted"));
		for (int i = 0; i < 5; i++) {
			all.deliver(MAIL);
		}
		assertThat(this.asked).containsExactly("a", "b", "a", "b", "a", "b", "b", "b");
		assertThat(all.isAvailable()).isTrue();
	}

	@Test
	void serverAtItsLimitIsFollowedByTheNext() {
		var next = this.now.plusSeconds(30);
		var all = servers(limited("a", () -> Optional.of(next)), route("b", "accepted"));
		all.deliver(MAIL);
		assertThat(this.asked).containsExactly("b");
	}

	@Test
	void mailsWaitWhileAllServersAreAtTheirLimits() {
		var left = new ArrayList<>(List.of(1, 2));
		var all = servers(
				limited("a", () -> left.isEmpty() ? Optional.of(this.now.plusSeconds(30)) : Optional.<Instant>empty()
					.or(() -> left.removeFirst() < 0 ? Optional.of(this.now) : Optional.empty())));
		all.deliver(MAIL);
		all.deliver(MAIL);
		assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> all.deliver(MAIL))
			.returns(true, MailServerUnavailableException::isBusy);
		assertThat(all.isAvailable()).isFalse();
		left.add(3);
		this.now = this.now.plusSeconds(29);
		assertThat(all.isAvailable()).isFalse();
		this.now = this.now.plusSeconds(1);
		assertThat(all.isAvailable()).isTrue();
		all.deliver(MAIL);
		assertThat(this.asked).containsExactly("a", "a", "a");
	}

	@Test
	void serverThatAsksToWaitIsLeftAloneForThatLong() {
		var all = servers(route("a", "wait"));
		assertThatExceptionOfType(MailServerUnavailableException.class).isThrownBy(() -> all.deliver(MAIL))
			.returns(false, MailServerUnavailableException::isBusy);
		this.now = this.now.plusSeconds(89);
		assertThat(all.isAvailable()).isFalse();
		this.now = this.now.plusSeconds(1);
		assertThat(all.isAvailable()).isTrue();
	}

	private static MailServers servers(MailRoute... routes) {
		return new MailServers(List.of(routes), Duration.ofMinutes(1));
	}

	private MailRoute route(String name, String outcome) {
		return new MailRoute(server(name, outcome), Optional::empty, SETTINGS, this.clock);
	}

	private MailRoute limited(String name, Supplier<Optional<Instant>> quota) {
		return new MailRoute(server(name, "accepted"), quota, SETTINGS, this.clock);
	}

	private MailServer server(String name, String outcome) {
		return new MailServer() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public void send(OutgoingMail mail) {
				MailServersTests.this.asked.add(name);
				switch (outcome) {
					case "later" -> throw MailRefusedException.of(450, "", new IllegalStateException());
					case "never" -> throw MailRefusedException.of(554, "", new IllegalStateException());
					case "unconfirmed" -> throw new MailUnconfirmedException(new IllegalStateException());
					case "unavailable" -> throw new MailServerUnavailableException(new IllegalStateException());
					case "wait" -> throw MailServerUnavailableException.ofStatus(429, Duration.ofSeconds(90));
					default -> {
					}
				}
			}

			@Override
			public void check() {
			}

		};
	}

	private static String outcome(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> "accepted";
			case MailRefusedException refused -> refused.isPermanent() ? "never" : "later";
			case MailUnconfirmedException _ -> "unconfirmed";
			default -> "unavailable";
		};
	}

}
