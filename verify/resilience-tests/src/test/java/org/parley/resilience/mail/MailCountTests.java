package org.parley.resilience.mail;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.resilience.ledger.LedgerFinding;

import static org.assertj.core.api.Assertions.assertThat;

class MailCountTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			0, LOST
			1, -
			2, TWICE
			7, TWICE
			""")
	void eachMailHasOneEffect(long count, LedgerFinding.@Nullable Fault fault) {
		var findings = MailCount.findings("The answer x", count);
		assertThat(findings).extracting(LedgerFinding::fault).isEqualTo(Stream.ofNullable(fault).toList());
	}

}
