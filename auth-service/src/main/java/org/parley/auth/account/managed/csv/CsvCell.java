package org.parley.auth.account.managed.csv;

/**
 * A cell of CSV that no spreadsheet takes for a formula.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV
 * injection</a>
 */
final class CsvCell {

	private static final String DANGEROUS = "=+-@\t\r\n";

	private CsvCell() {
	}

	/** The text with an apostrophe before what begins a formula, in quotes. */
	static String write(String text) {
		return '"' + (isDangerous(text) ? "'" + text : text).replace("\"", "\"\"") + '"';
	}

	/** The text without the apostrophe that {@link #write} adds. */
	static String read(String cell) {
		return (cell.startsWith("'") && isDangerous(cell.substring(1))) ? cell.substring(1) : cell;
	}

	private static boolean isDangerous(String text) {
		return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
	}

}
