package org.parley.resilience.drill.restart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.backup.BackUpCheckout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.resilience.drill.DrillDatabases;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.check.RestoredCheck;

/**
 * Makes a backup while people write, and restores it into an empty stack beside the
 * running one. The restored stack must have everything that was answered before the
 * backup began, and pass the demo.
 */
public final class RestoreBackupFault implements Fault {

	private static final Duration MOMENT = Duration.ofSeconds(10);

	private static final Duration SETTLING = Duration.ofMinutes(2);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	private Instant start = Instant.EPOCH;

	private Instant begin = Instant.EPOCH;

	private Instant end = Instant.EPOCH;

	private @Nullable Path backup;

	@Override
	public void prepare(DrillStage drillStage) {
		this.start = Instant.now();
		this.backup = drillStage.checkout().state().resolve("drill-backup-" + this.start.toEpochMilli());
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		Await.sleep(MOMENT);
		this.begin = Instant.now();
		var written = new BackUpCheckout(drillStage.checkout()).run(backup());
		this.end = Instant.now();
		System.out.printf("  %s It took %d ms%s.%n", written, Duration.between(this.begin, this.end).toMillis(),
				writing.getAsBoolean() ? " while people wrote" : "; the last write was before its end");
		return 1;
	}

	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		var restored = RestoredCheckout.of(drillStage.checkout());
		restored.create();
		try {
			var restoring = Instant.now();
			restored.restore(backup());
			System.out.printf("  restored and ready after %d s%n",
					Duration.between(restoring, Instant.now()).toSeconds());
			var findings = compare(restored, ledger);
			return Stream.concat(findings, demo(restored)).toList();
		}
		finally {
			restored.remove();
			delete(backup());
		}
	}

	private Stream<LedgerFinding> compare(RestoredCheckout restored, Ledger ledger) {
		try (var databases = DrillDatabases.of(restored.checkout())) {
			if (!Await.until(SETTLING, POLL_INTERVAL, databases::areSettled)) {
				System.err.println("Timed out waiting for pending work of the restored stack.");
			}
			var threads = ledger.entries().stream().map((entry) -> entry.key()).distinct().toList();
			var check = new RestoredCheck(ledger.entries(), this.begin, this.end, databases.since(this.start, threads));
			System.out.printf("  %,d writes were accepted before the backup began%n", check.before());
			return check.findings();
		}
	}

	private static Stream<LedgerFinding> demo(RestoredCheckout restored) {
		try {
			restored.demo();
			return Stream.empty();
		}
		catch (LauncherException ex) {
			return Stream.of(new LedgerFinding(LedgerFinding.Fault.FAILED, String.valueOf(ex.getMessage())));
		}
	}

	private static void delete(Path folder) {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path backup() {
		return Objects.requireNonNull(this.backup);
	}

}
