package org.parley.auth.account.managed.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.domain.RefusalException;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads the lines of an import (RFC 4180). The first line names the columns, and shows
 * whether commas, semicolons or tabs separate them, as spreadsheets of many languages
 * write.
 */
final class AccountLines {

	static final int MOST = 500;

	private static final String ACTION = "action";

	/** The columns of an import, and those of an export, which it ignores. */
	private static final Set<String> COLUMNS = Stream
		.concat(Stream.of(ACTION, "new_username"), ExportAccounts.COLUMNS.stream())
		.collect(Collectors.toUnmodifiableSet());

	private static final CsvMapper CSV = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

	private AccountLines() {
	}

	/**
	 * Reads the lines.
	 * @throws RefusalException 400 {@code csv.malformed}, {@code csv.columns},
	 * {@code csv.too-many}
	 */
	static List<AccountLine> read(String text) {
		if (text.codePoints().anyMatch(AccountLines::isUndecoded)) {
			throw malformed();
		}
		var rows = rows(text.startsWith("\ufeff") ? text.substring(1) : text);
		var head = rows.isEmpty() ? List.<String>of() : rows.getFirst().cells();
		requireColumns(head);
		if (rows.size() > MOST + 1) {
			throw RefusalException.field("csv", "csv.too-many", "must have at most %d lines".formatted(MOST));
		}
		return rows.stream().skip(1).map((row) -> row.under(head)).toList();
	}

	private static void requireColumns(List<String> head) {
		if (!head.contains(ACTION)) {
			throw columns("must begin with a line of columns: action, username, name, email, new_username");
		}
		var known = new HashSet<String>();
		head.stream().filter((name) -> !COLUMNS.contains(name) || !known.add(name)).findFirst().ifPresent((name) -> {
			throw columns("must begin with a line of known columns, each once; “%s” is another".formatted(name));
		});
	}

	private static RefusalException columns(String message) {
		return RefusalException.field("csv", "csv.columns", message);
	}

	private static List<Row> rows(String text) {
		var rows = new ArrayList<Row>();
		var schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
		try (var read = CSV.readerFor(String[].class).with(schema).<String[]>readValues(text)) {
			for (var line = 1; read.hasNextValue();) {
				var cells = List.of(read.nextValue());
				if (!cells.stream().allMatch(String::isBlank)) {
					rows.add(new Row(line, rows.isEmpty() ? names(cells) : cells));
				}
				line += 1 + (int) cells.stream().flatMapToInt(String::chars).filter((unit) -> unit == '\n').count();
			}
		}
		catch (JacksonException ex) {
			throw malformed();
		}
		return rows;
	}

	/** Spreadsheets write the separators of empty columns, too. */
	private static List<String> names(List<String> cells) {
		var names = cells.stream().map((cell) -> cell.strip().toLowerCase(Locale.ROOT)).toList();
		var end = names.size();
		while (end > 0 && names.get(end - 1).isEmpty()) {
			end--;
		}
		return names.subList(0, end);
	}

	/** The first separator; names of columns have none. */
	private static char separator(String text) {
		return (char) text.chars().filter((unit) -> ",;\t".indexOf(unit) >= 0).findFirst().orElse(',');
	}

	/** Texts of another encoding have these after they were read as UTF-8. */
	private static boolean isUndecoded(int character) {
		return character == '\ufffd' || character == 0;
	}

	private static RefusalException malformed() {
		return RefusalException.field("csv", "csv.malformed", "must be CSV in UTF-8");
	}

	/**
	 * A row of the file.
	 *
	 * @param line where it begins
	 */
	private record Row(int line, List<String> cells) {

		AccountLine under(List<String> head) {
			var named = new HashMap<String, String>();
			for (int column = 0; column < Math.min(head.size(), this.cells.size()); column++) {
				named.put(head.get(column), this.cells.get(column));
			}
			return new AccountLine(this.line, Map.copyOf(named),
					!this.cells.stream().skip(head.size()).allMatch(String::isBlank));
		}

	}

}
