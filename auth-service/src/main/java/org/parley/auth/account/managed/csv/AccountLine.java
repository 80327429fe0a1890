package org.parley.auth.account.managed.csv;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A line of an import.
 *
 * @param number in the file, from 1 on
 * @param cells by the names of their columns
 */
record AccountLine(int number, Map<String, String> cells) {

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
