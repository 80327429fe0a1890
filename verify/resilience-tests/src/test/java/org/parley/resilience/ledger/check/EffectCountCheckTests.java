package org.parley.resilience.ledger.check;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class EffectCountCheckTests {

	private static final Map<String, Long> EXPECTED = Map.of("a", 1L, "b", 3L);

	@Test
	void expectedCountHasNoFindings() {
		assertThat(new EffectCountCheck("%s came", EXPECTED, EXPECTED).findings()).isEmpty();
	}

	@Test
	void eachMissingEffectIsLost() {
		assertThat(new EffectCountCheck("%s came", EXPECTED, Map.of("b", 1L)).findings()).containsExactlyInAnyOrder(
				new LedgerFinding(Fault.LOST, "a came 0 times instead of 1"),
				new LedgerFinding(Fault.LOST, "b came 1 times instead of 3"),
				new LedgerFinding(Fault.LOST, "b came 1 times instead of 3"));
	}

	@Test
	void eachAdditionalEffectIsTwice() {
		assertThat(new EffectCountCheck("%s came", EXPECTED, Map.of("a", 2L, "b", 3L)).findings())
			.containsExactly(new LedgerFinding(Fault.TWICE, "a came 2 times instead of 1"));
	}

	@Test
	void unknownOutcomeMayHaveOneEffect() {
		var open = Map.of("a", 1L, "c", 1L);
		assertThat(new EffectCountCheck("%s came", EXPECTED, open, Map.of("a", 2L, "b", 3L, "c", 1L)).findings())
			.isEmpty();
		assertThat(new EffectCountCheck("%s came", EXPECTED, open, Map.of("a", 3L, "b", 3L, "c", 2L)).findings())
			.extracting(LedgerFinding::fault)
			.containsExactly(Fault.TWICE, Fault.TWICE);
		assertThat(new EffectCountCheck("%s came", EXPECTED, open, Map.of("b", 3L)).findings())
			.containsExactly(new LedgerFinding(Fault.LOST, "a came 0 times instead of 1"));
	}

}
