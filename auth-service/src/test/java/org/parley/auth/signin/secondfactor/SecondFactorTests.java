package org.parley.auth.signin.secondfactor;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.parley.platform.web.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecondFactorTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private final Totp app = Totp.next(new SecureRandom());

	private final List<RecoveryCode> codes = RecoveryCode.set(new SecureRandom());

	@Test
	void nothingIsDemandedBeforeTheFirstCode() {
		var factor = SecondFactor.begin("alice", "sealed", NOW);
		assertThat(factor.isEnabled()).isFalse();
		refused("auth.otp-wrong", () -> factor.confirm(this.app, "no code", this.codes, NOW));
		assertThat(factor.isEnabled()).isFalse();
		factor.confirm(this.app, codeAt(NOW), this.codes, NOW);
		assertThat(factor.isEnabled()).isTrue();
		assertThat(factor.enabledAt()).isEqualTo(NOW);
		assertThat(factor.recoveryCodesLeft()).isEqualTo(10);
	}

	@Test
	void theFirstCodeMustNotTakeForever() {
		var factor = SecondFactor.begin("alice", "sealed", NOW);
		var late = NOW.plus(SecondFactor.PATIENCE);
		refused("two-factor.none", () -> factor.confirm(this.app, codeAt(late), this.codes, late));
	}

	@Test
	void whatIsOnIsNotBegunAnewNorConfirmedAgain() {
		var factor = anEnabledOne();
		refused("two-factor.enabled", () -> factor.beginAnew("other", NOW));
		refused("two-factor.enabled", () -> factor.confirm(this.app, codeAt(NOW), this.codes, NOW));
		assertThat(factor.sealedSecret()).isEqualTo("sealed");
	}

	@Test
	void aCodeCountsOnceAndNoneBeforeItAfterwards() {
		var factor = anEnabledOne();
		assertThat(factor.take(this.app, codeAt(NOW), NOW)).as("the one that confirmed").isFalse();
		var next = NOW.plusSeconds(30);
		assertThat(factor.take(this.app, codeAt(next), NOW)).as("of a clock that is ahead").isTrue();
		assertThat(factor.take(this.app, codeAt(next), next)).isFalse();
		assertThat(factor.take(this.app, codeAt(NOW), next)).isFalse();
		assertThat(factor.take(this.app, codeAt(NOW.plusSeconds(60)), NOW.plusSeconds(60))).isTrue();
	}

	@Test
	void aRecoveryCodeCountsOnceHoweverItIsTyped() {
		var factor = anEnabledOne();
		var typed = RecoveryCode.typed(" " + this.codes.getFirst().shown().toUpperCase(Locale.ROOT));
		assertThat(factor.take(typed)).isTrue();
		assertThat(factor.take(typed)).isFalse();
		assertThat(factor.recoveryCodesLeft()).isEqualTo(9);
		assertThat(factor.take(RecoveryCode.typed("abc"))).isFalse();
	}

	@Test
	void otherRecoveryCodesReplaceThoseBefore() {
		var factor = anEnabledOne();
		var others = RecoveryCode.set(new SecureRandom());
		factor.renew(others);
		assertThat(factor.take(this.codes.getFirst())).isFalse();
		assertThat(factor.take(others.getFirst())).isTrue();
	}

	@Test
	void recoveryCodesAreLongAndNeverTheSame() {
		assertThat(new HashSet<>(this.codes)).hasSize(10);
		assertThat(this.codes).allSatisfy((code) -> {
			assertThat(code.shown()).matches("([a-z2-7]{6}-){3}[a-z2-7]{6}");
			assertThat(RecoveryCode.typed(code.shown())).isEqualTo(code);
			assertThat(code).hasToString("RecoveryCode[***]");
		});
	}

	private SecondFactor anEnabledOne() {
		var factor = SecondFactor.begin("alice", "sealed", NOW);
		factor.confirm(this.app, codeAt(NOW), this.codes, NOW);
		return factor;
	}

	private String codeAt(Instant time) {
		return this.app.code(Totp.step(time));
	}

	private static void refused(String code, Runnable change) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(change::run)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

}
