package org.parley.auth.account.managed.csv;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Runs the lines of a file, each in a transaction of its own, as long as an administrator
 * waits for the report. They learn which lines are left, and import these next.
 */
@Component
class ImportAccounts {

	private static final Logger log = LoggerFactory.getLogger(ImportAccounts.class);

	/** The gateway waits for ten seconds, of which the last line may take some. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Step step;

	private final InstantSource clock;

	ImportAccounts(Step step, InstantSource clock) {
		this.step = step;
		this.clock = clock;
	}

	/**
	 * Runs lines in their order. A refused line does not stop the others; an outage does.
	 * @throws RefusalException 400 as {@link AccountLines#read}
	 */
	List<LineReport> run(String csv, Importer importer) {
		var lines = AccountLines.read(csv);
		var end = this.clock.instant().plus(PATIENCE);
		var reports = new ArrayList<LineReport>();
		for (var line : lines) {
			var report = attempt(line, importer, end, reports.isEmpty());
			if (report.isEmpty()) {
				break;
			}
			reports.add(report.get());
		}
		lines.stream().skip(reports.size()).map(LineReport::notTried).forEach(reports::add);
		return reports;
	}

	/** Empty if there is no time for the line, or the database has failed. */
	private Optional<LineReport> attempt(AccountLine line, Importer importer, Instant end, boolean isFirst) {
		if (!isFirst && !this.clock.instant().isBefore(end)) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.step.run(line, importer));
		}
		catch (DataAccessException | TransactionException ex) {
			if (isFirst) {
				throw ex;
			}
			log.atWarn().addKeyValue("line", line.number()).setCause(ex).log("An import of accounts ended early");
			return Optional.empty();
		}
	}

	/** Carries out a line. */
	interface Step {

		LineReport run(AccountLine line, Importer importer);

	}

	/**
	 * The administrator and their request.
	 *
	 * @param accepted the language of accounts without one
	 */
	record Importer(Locale accepted, Caller admin, ClientDevice clientDevice) {
	}

}
