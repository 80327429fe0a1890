package org.parley.launcher.crowd;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Patience;
import org.parley.launcher.client.UnexpectedAnswerException;
import org.parley.launcher.ledger.Effect;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.Outcome;

/**
 * Repeats a wish until it has a definite answer: no connection, a timeout and 5xx leave
 * it open whether anything was written, 429 and a request that is still at work call for
 * patience.
 */
final class Insisting {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private final Ledger ledger;

	Insisting(Ledger ledger) {
		this.ledger = ledger;
	}

	/** Writes down what became of it, and gives the answer if there was one. */
	Optional<Answer> on(Wish wish) {
		var sent = Instant.now();
		var pause = FIRST_PAUSE;
		var doubted = false;
		while (true) {
			var answer = attempt(wish);
			if (answer != null && isDefinite(answer)) {
				this.ledger.add(entry(wish, answer, sent, doubted));
				return Optional.of(answer);
			}
			doubted |= answer == null || answer.status() >= 500;
			if (Instant.now().isAfter(sent.plus(PATIENCE))) {
				this.ledger.add(new Entry(wish.kind(), wish.mark(), wish.key(), null, Outcome.UNKNOWN, sent,
						Instant.now(), doubted));
				return Optional.empty();
			}
			Patience.pass(pause);
			pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
		}
	}

	private static @Nullable Answer attempt(Wish wish) {
		try {
			return wish.asking().get();
		}
		catch (UncheckedIOException | UnexpectedAnswerException ex) {
			return null;
		}
	}

	private static boolean isDefinite(Answer answer) {
		return answer.status() < 500 && answer.status() != 429 && answer.status() != 408
				&& !answer.text("/code").equals("idempotency.in-progress");
	}

	private static Entry entry(Wish wish, Answer answer, Instant sent, boolean doubted) {
		var accepted = answer.status() < 300;
		var effect = accepted ? wish.effect().apply(answer) : null;
		return new Entry(wish.kind(), wish.mark(), key(wish, effect), effect,
				accepted ? Outcome.ACCEPTED : Outcome.REFUSED, sent, Instant.now(), doubted);
	}

	/** Who or what did not exist before is its own key. */
	private static String key(Wish wish, @Nullable Effect effect) {
		return (wish.key().isEmpty() && effect != null) ? effect.subject() : wish.key();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
