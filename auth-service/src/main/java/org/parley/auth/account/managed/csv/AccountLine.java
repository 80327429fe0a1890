package org.parley.auth.account.managed.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.parley.platform.domain.RefusalException;

/**
 * A line of an import.
 *
 * @param number in the file, from 1 on
 * @param cells by the names of their columns
 * @param isTooLong whether it has texts behind the last column, such as those behind a
 * comma without quotation marks
 */
record AccountLine(int number, Map<String, String> cells, boolean isTooLong) {

	/**
	 * Requires that each text has a column.
	 * @throws RefusalException 400 {@code csv.cells}
	 */
	void requireColumns() {
		if (this.isTooLong) {
			throw RefusalException.field("csv", "csv.cells",
					"must have no more cells than columns; put texts with separators in quotation marks");
		}
	}

	/** The text of a cell; empty if it has none. */
	Optional<String> cell(String column) {
		return Optional.ofNullable(this.cells.get(column))
			.map((text) -> CsvCell.read(text.strip()))
			.filter((text) -> !text.isEmpty());
	}

	String action() {
		return cell("action").map((text) -> text.toLowerCase(Locale.ROOT)).orElse("");
	}

	@Override
	public String toString() {
		return "AccountLine[%d]".formatted(this.number);
	}

}
