package org.parley.launcher.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Finding.Fault;
import org.parley.launcher.ledger.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class TableTests {

	@Test
	void aDrillIsARow(@TempDir Path folder) throws IOException {
		var verdict = new Verdict(20_000, 3, 12, 0, 7, List.of(Duration.ofMillis(15), Duration.ofSeconds(12)),
				List.of(new Finding(Fault.LOST, "a reply")));
		var drill = new Drill("fire", "everything burns", (_, _) -> 0);
		var file = folder.resolve("table.md");
		new Table(List.of(new Result(drill, verdict, 5, 6, Duration.ofSeconds(90)))).write(file);
		assertThat(Files.readAllLines(file)).hasSize(3)
			.last()
			.isEqualTo(
					"| fire: everything burns | 20,000 | 3 | 12 | 0 | **1** | **0** | **0** | 7 | 5 | 6 | 12 s | 12 s "
							+ "| 90 s |");
	}

}
