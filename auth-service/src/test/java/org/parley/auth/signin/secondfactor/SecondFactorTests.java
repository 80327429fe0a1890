package org.parley.auth.signin.secondfactor;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.parley.auth.Asvs;
import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecondFactorTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private final Totp app = Totp.generate(new SecureRandom());

	private final List<RecoveryCode> codes = RecoveryCode.generateSet(new SecureRandom());

	@Test
	void firstCodeEnablesTheFactor() {
		var factor = SecondFactor.start("alice", "sealed", NOW);
		assertThat(factor.isEnabled()).isFalse();
		refused("auth.otp-wrong", () -> factor.confirm(this.app, "no code", this.codes, NOW));
		assertThat(factor.isEnabled()).isFalse();
		factor.confirm(this.app, codeAt(NOW), this.codes, NOW);
		assertThat(factor.isEnabled()).isTrue();
		assertThat(factor.enabledAt()).isEqualTo(NOW);
		assertThat(factor.recoveryCodesLeft()).isEqualTo(10);
	}

	@Test
	void expiredEnrolmentIsRefused() {
		var factor = SecondFactor.start("alice", "sealed", NOW);
		var late = NOW.plus(SecondFactor.PATIENCE);
		refused("two-factor.none", () -> factor.confirm(this.app, codeAt(late), this.codes, late));
	}

	@Test
	void enabledFactorIsNotEnrolledAgain() {
		var factor = anEnabledFactor();
		refused("two-factor.enabled", () -> factor.restart("other", NOW));
		refused("two-factor.enabled", () -> factor.confirm(this.app, codeAt(NOW), this.codes, NOW));
		assertThat(factor.sealedSecret()).isEqualTo("sealed");
	}

	@Test
	void usedOrEarlierCodeIsRefused() {
		var factor = anEnabledFactor();
		assertThat(factor.redeem(this.app, codeAt(NOW), NOW)).as("the code of the confirmation").isFalse();
		var next = NOW.plusSeconds(30);
		assertThat(factor.redeem(this.app, codeAt(next), NOW)).as("a clock that is ahead").isTrue();
		assertThat(factor.redeem(this.app, codeAt(next), next)).isFalse();
		assertThat(factor.redeem(this.app, codeAt(NOW), next)).isFalse();
		assertThat(factor.redeem(this.app, codeAt(NOW.plusSeconds(60)), NOW.plusSeconds(60))).isTrue();
	}

	@Test
	void recoveryCodeIsValidOnceInAnyFormat() {
		var factor = anEnabledFactor();
		var typed = RecoveryCode.parse(" " + this.codes.getFirst().formatted().toUpperCase(Locale.ROOT));
		assertThat(factor.redeem(typed)).isTrue();
		assertThat(factor.redeem(typed)).isFalse();
		assertThat(factor.recoveryCodesLeft()).isEqualTo(9);
		assertThat(factor.redeem(RecoveryCode.parse("abc"))).isFalse();
	}

	@Test
	void newRecoveryCodesReplaceTheOldOnes() {
		var factor = anEnabledFactor();
		var others = RecoveryCode.generateSet(new SecureRandom());
		factor.replaceRecoveryCodes(others);
		assertThat(factor.redeem(this.codes.getFirst())).isFalse();
		assertThat(factor.redeem(others.getFirst())).isTrue();
	}

	@Test
	@Asvs("6.5.4")
	void recoveryCodesAreRandomAndNotPrinted() {
		assertThat(new HashSet<>(this.codes)).hasSize(10);
		assertThat(this.codes).allSatisfy((code) -> {
			assertThat(code.formatted()).matches("([a-z2-7]{6}-){3}[a-z2-7]{6}");
			assertThat(RecoveryCode.parse(code.formatted())).isEqualTo(code);
			assertThat(code).hasToString("RecoveryCode[***]");
		});
	}

	private SecondFactor anEnabledFactor() {
		var factor = SecondFactor.start("alice", "sealed", NOW);
		factor.confirm(this.app, codeAt(NOW), this.codes, NOW);
		return factor;
	}

	private String codeAt(Instant time) {
		return this.app.code(Totp.step(time));
	}

	private static void refused(String code, Runnable change) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(change::run)
			.satisfies((problem) -> assertThat(problem.code()).isEqualTo(code));
	}

}
