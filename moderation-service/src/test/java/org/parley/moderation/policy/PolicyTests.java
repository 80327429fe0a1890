package org.parley.moderation.policy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PolicyTests {

	private final Thresholds thresholds = new Thresholds(0.5, 0.8, 0.95);

	@Test
	void scoreYieldsStrictestVerdictReached() {
		assertThat(this.thresholds.verdictFor(0.49)).isEqualTo(Verdict.CLEAN);
		assertThat(this.thresholds.verdictFor(0.5)).isEqualTo(Verdict.FLAGGED);
		assertThat(this.thresholds.verdictFor(0.8)).isEqualTo(Verdict.HELD);
		assertThat(this.thresholds.verdictFor(1)).isEqualTo(Verdict.REMOVED);
	}

	@Test
	void unorderedThresholdsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(0.8, 0.5, 0.9));
		assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(-1, 0.5, 0.9));
		assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(Double.NaN, 0.5, 0.9));
	}

	@Test
	void stricterVerdictWins() {
		assertThat(Verdict.CLEAN.stricter(Verdict.HELD)).isEqualTo(Verdict.HELD);
		assertThat(Verdict.REMOVED.stricter(Verdict.FLAGGED)).isEqualTo(Verdict.REMOVED);
	}

	@Test
	void unknownFirstPolicyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PolicySettings("mine"))
			.withMessageContaining("parley.policy.first");
	}

}
