package org.parley.forum.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rights table in {@code docs/forum.md}.
 *
 * @param rows the cells of each row by its title, in the order of the table
 */
record RightsTable(Map<String, List<Cell>> rows) {

	private static final String HEAD = "| | guest | member | author | moderator elsewhere | moderator here | moderator | admin |";

	static RightsTable read() {
		try {
			var page = Files.readString(Path.of(System.getProperty("parley.root"), "docs", "forum.md"));
			var rows = new LinkedHashMap<String, List<Cell>>();
			page.substring(page.indexOf(HEAD))
				.lines()
				.takeWhile((line) -> line.startsWith("|"))
				.skip(2)
				.map(RightsTable::texts)
				.forEach((texts) -> rows.put(texts.getFirst(), cells(texts)));
			return new RightsTable(rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> texts(String line) {
		return Stream.of(line.split("\\|", -1)).map(String::strip).filter((text) -> !text.isEmpty()).toList();
	}

	private static List<Cell> cells(List<String> texts) {
		var conditions = texts.stream().skip(1).map(Condition::of).iterator();
		return Stream.of(Role.values()).flatMap((role) -> cells(role, conditions.next())).toList();
	}

	private static Stream<Cell> cells(Role role, Condition condition) {
		return condition.situations().map((situation) -> new Cell(role, situation, condition.allows(role, situation)));
	}

	/** The titles of the rows. */
	Set<String> titles() {
		return this.rows.keySet();
	}

	/** The cells of a row, one for each situation that a condition names. */
	List<Cell> cells(String title) {
		return this.rows.getOrDefault(title, List.of());
	}

	/**
	 * The cells of a row where the decision changes from one role to the next: of the
	 * first roles that may act in a situation and the last ones that may not.
	 */
	List<Cell> edges(String title) {
		return cells(title).stream()
			.collect(Collectors.groupingBy(Cell::situation, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.flatMap(RightsTable::edges)
			.toList();
	}

	private static Stream<Cell> edges(List<Cell> cells) {
		var edges = IntStream.range(0, cells.size())
			.filter((place) -> isEdge(cells, place))
			.mapToObj(cells::get)
			.toList();
		return edges.isEmpty() ? Stream.of(cells.getFirst().allowed() ? cells.getFirst() : cells.getLast())
				: edges.stream();
	}

	private static boolean isEdge(List<Cell> cells, int place) {
		return IntStream.of(place - 1, place + 1)
			.filter((other) -> other >= 0 && other < cells.size())
			.anyMatch((other) -> cells.get(other).allowed() != cells.get(place).allowed());
	}

	/**
	 * A cell in one situation.
	 *
	 * @param allowed whether the role may act
	 */
	record Cell(Role role, Situation situation, boolean allowed) {

		@Override
		public String toString() {
			return "%s, %s, %s".formatted(this.role, this.situation, this.allowed ? "may" : "may not");
		}

	}

}
