package org.parley.resilience.social;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;

import static org.assertj.core.api.Assertions.assertThat;

class SocialCheckTests {

	@Test
	void everythingOncePasses() {
		assertThat(findings(List.of("a", "b"), List.of("b", "a"))).isEmpty();
	}

	@Test
	void markWithUnknownOutcomeMayBeShown() {
		assertThat(findings(List.of("a"), List.of("a", "b"))).isEmpty();
	}

	@Test
	void missingMarkIsLost() {
		assertThat(findings(List.of("a", "b"), List.of("a"))).extracting(LedgerFinding::fault)
			.containsExactly(Fault.LOST);
	}

	@Test
	void repeatedMarkIsFound() {
		assertThat(findings(List.of("a"), List.of("a", "a"))).extracting(LedgerFinding::fault)
			.containsExactly(Fault.TWICE);
	}

	private static List<LedgerFinding> findings(List<String> accepted, List<String> shown) {
		return SocialCheck.findings(new SocialRecord("A feed", accepted, shown));
	}

}
