package org.parley.resilience.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.check.LedgerVerdict;

import static org.assertj.core.api.Assertions.assertThat;

class DrillTableTests {

	@Test
	void drillIsRow(@TempDir Path folder) throws IOException {
		var verdict = new LedgerVerdict(20_000, 3, 12, 0, 7, List.of(Duration.ofMillis(15), Duration.ofSeconds(12)),
				List.of(new LedgerFinding(Fault.LOST, "a reply")));
		var drill = new Drill("fire", "everything burns", (_, _) -> 0);
		var file = folder.resolve("table.md");
		new DrillTable(List.of(new DrillResult(drill, verdict, 5, 6, Duration.ofSeconds(90)))).write(file);
		assertThat(Files.readAllLines(file)).hasSize(3)
			.last()
			.isEqualTo(
					"| fire: everything burns | 20,000 | 3 | 12 | 0 | **1** | **0** | **0** | 7 | 5 | 6 | 12 s | 12 s "
							+ "| 90 s |");
	}

}
