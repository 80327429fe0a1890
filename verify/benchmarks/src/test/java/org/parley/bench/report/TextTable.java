package org.parley.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text table with the first column left-aligned and the others right-aligned. */
public final class TextTable {

	private final List<List<String>> rows = new ArrayList<>();

	public TextTable row(String... cells) {
		return row(List.of(cells));
	}

	public TextTable row(List<String> cells) {
		this.rows.add(List.copyOf(cells));
		return this;
	}

	@Override
	public String toString() {
		return this.rows.stream().map(this::line).collect(Collectors.joining("\n"));
	}

	private String line(List<String> row) {
		return IntStream.range(0, row.size())
			.mapToObj((column) -> padded(row.get(column), column))
			.collect(Collectors.joining("  "));
	}

	private String padded(String cell, int column) {
		var blank = " ".repeat(width(column) - cell.length());
		return (column == 0) ? cell + blank : blank + cell;
	}

	private int width(int column) {
		return this.rows.stream()
			.filter((row) -> row.size() > column)
			.mapToInt((row) -> row.get(column).length())
			.max()
			.orElse(0);
	}

}
