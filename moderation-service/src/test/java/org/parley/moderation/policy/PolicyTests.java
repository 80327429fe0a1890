package org.parley.moderation.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.policy.Policy.PolicyStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PolicyTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final Thresholds thresholds = new Thresholds(0.5, 0.8, 0.95);

	@Test
	void scoreYieldsStrictestVerdictReached() {
		assertThat(this.thresholds.verdictFor(0.49)).isEqualTo(Verdict.CLEAN);
		assertThat(this.thresholds.verdictFor(0.5)).isEqualTo(Verdict.FLAGGED);
		assertThat(this.thresholds.verdictFor(0.8)).isEqualTo(Verdict.HELD);
		assertThat(this.thresholds.verdictFor(1)).isEqualTo(Verdict.REMOVED);
	}

	@Test
	void absentThresholdIsNeverReached() {
		assertThat(new Thresholds(0.5, null, null).verdictFor(1)).isEqualTo(Verdict.FLAGGED);
		assertThat(new Thresholds(null, null, 0.9).verdictFor(0.8)).isEqualTo(Verdict.CLEAN);
	}

	@Test
	void thresholdsMustRise() {
		assertThat(this.thresholds.rises()).isTrue();
		assertThat(new Thresholds(null, null, null).rises()).isTrue();
		assertThat(new Thresholds(0.8, 0.5, 0.9).rises()).isFalse();
		assertThat(new Thresholds(0.8, null, 0.7).rises()).isFalse();
		assertThat(new Thresholds(-1d, 0.5, 0.9).inRange()).isFalse();
		assertThat(new Thresholds(Double.NaN, 0.5, 0.9).inRange()).isFalse();
	}

	@Test
	void firstActivationGivesVersionThatStays() {
		var policy = draft();
		assertThat(policy.version()).isZero();
		policy.activate(4, NOW);
		assertThatExceptionOfType(PolicyRefusedException.class).isThrownBy(() -> policy.activate(5, NOW))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo("policy.active"));
		policy.retire();
		policy.activate(6, NOW);
		assertThat(policy.version()).isEqualTo(4);
		assertThat(policy.status()).isEqualTo(PolicyStatus.ACTIVE);
	}

	@Test
	void policyThatWasInForceCannotBeEdited() {
		var policy = draft();
		policy.edit("Other", policy.terms(), NOW);
		assertThat(policy.name()).isEqualTo("Other");
		policy.activate(1, NOW);
		policy.retire();
		assertThatExceptionOfType(PolicyRefusedException.class)
			.isThrownBy(() -> policy.edit("Another", policy.terms(), NOW))
			.satisfies((refused) -> assertThat(refused.code()).isEqualTo("policy.not-draft"));
	}

	@Test
	void editWithoutDifferenceKeepsRevision() {
		var policy = draft();
		policy.edit("Test", draft().terms(), NOW.plusSeconds(1));
		assertThat(policy.revision()).isZero();
		assertThat(policy.changedAt()).isEqualTo(NOW);
		policy.edit("Other", draft().terms(), NOW.plusSeconds(1));
		assertThat(policy.revision()).isOne();
	}

	private static Policy draft() {
		return Policy.draft("Test",
				new PolicyTerms(List.of(), Map.of(), new Thresholds(null, null, null), null, null, "never", null, null),
				null, NOW);
	}

	@Test
	void stricterVerdictWins() {
		assertThat(Verdict.CLEAN.stricter(Verdict.HELD)).isEqualTo(Verdict.HELD);
		assertThat(Verdict.REMOVED.stricter(Verdict.FLAGGED)).isEqualTo(Verdict.REMOVED);
	}

	@Test
	void unknownFirstPolicyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PolicySettings("mine", Duration.ofSeconds(5)))
			.withMessageContaining("parley.policy.first");
	}

}
