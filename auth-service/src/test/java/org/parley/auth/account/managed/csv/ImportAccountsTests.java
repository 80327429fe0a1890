package org.parley.auth.account.managed.csv;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.auth.account.managed.csv.ImportAccounts.Importer;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;

import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImportAccountsTests {

	private static final String FILE = "action,username\ncreate,a\ncreate,b\ncreate,c\n";

	private static final Importer IMPORTER = new Importer(Locale.ENGLISH,
			new Caller("admin", "admin", "Admin", "session", Set.of("admin"), Set.of(), Set.of()),
			new ClientDevice("192.0.2.1", ""));

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	@Test
	void linesAreReportedAsNotTriedWhenTheTimeIsUp() {
		var reports = run((_) -> this.now.updateAndGet((before) -> before.plus(Duration.ofSeconds(4))));
		assertThat(reports).extracting(LineReport::line).containsExactly(2, 3, 4);
		assertThat(codes(reports)).containsExactly("done", "done", "csv.not-tried");
	}

	/** Half a character is no text. */
	@Test
	void reportShortensTextsBetweenCharacters() {
		var lines = AccountLines.read("action,username\ndelete," + "x".repeat(29) + "🙂🙂\n");
		assertThat(LineReport.notTried(lines.getFirst()).username()).isEqualTo("x".repeat(29) + "🙂");
	}

	@Test
	void linesThatAreFastAreAllTried() {
		assertThat(codes(run((_) -> {
		}))).containsExactly("done", "done", "done");
	}

	@Test
	void outageEndsTheImportWithAReport() {
		assertThat(codes(run((line) -> failAt(line, 3)))).containsExactly("done", "csv.not-tried", "csv.not-tried");
	}

	@Test
	void outageAtTheFirstLineIsAFailure() {
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> run((line) -> failAt(line, 2)));
	}

	private static void failAt(AccountLine line, int number) {
		if (line.number() == number) {
			throw new TransientDataAccessResourceException("away");
		}
	}

	private List<LineReport> run(Effect effect) {
		var importAccounts = new ImportAccounts((line, _) -> {
			effect.of(line);
			return LineReport.done(line, "somebody");
		}, this.now::get);
		return importAccounts.run(FILE, IMPORTER);
	}

	private static List<String> codes(List<LineReport> reports) {
		return reports.stream().map((report) -> code(report.code())).toList();
	}

	private static String code(@Nullable String code) {
		return (code != null) ? code : "done";
	}

	private interface Effect {

		void of(AccountLine line);

	}

}
