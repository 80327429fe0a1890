package org.parley.forum.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rights table in {@code docs/forum.md}.
 *
 * @param rows the conditions of each role by row, in the order of the table
 */
record RightsTable(Map<String, Map<Role, Condition>> rows) {

	private static final String HEAD = "| | guest | member | author | moderator elsewhere | moderator here | moderator | admin |";

	static RightsTable read() {
		try {
			var page = Files.readString(Path.of(System.getProperty("parley.root"), "docs", "forum.md"));
			var rows = new LinkedHashMap<String, Map<Role, Condition>>();
			page.substring(page.indexOf(HEAD))
				.lines()
				.takeWhile((line) -> line.startsWith("|"))
				.skip(2)
				.map(RightsTable::cells)
				.forEach((cells) -> rows.put(cells.getFirst(), conditions(cells)));
			return new RightsTable(rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> cells(String line) {
		return Stream.of(line.split("\\|", -1)).map(String::strip).filter((cell) -> !cell.isEmpty()).toList();
	}

	private static Map<Role, Condition> conditions(List<String> cells) {
		var conditions = new LinkedHashMap<Role, Condition>();
		var texts = cells.iterator();
		texts.next();
		for (var role : Role.values()) {
			conditions.put(role, Condition.of(texts.next()));
		}
		return conditions;
	}

}
