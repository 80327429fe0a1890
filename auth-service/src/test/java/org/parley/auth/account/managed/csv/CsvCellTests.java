package org.parley.auth.account.managed.csv;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvCellTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+49", "-a", "@SUM(A1)", "\tx", "\rx", "\nx", "=cmd|' /C calc'!A0", "-" })
	void formulaBecomesText(String text) {
		var cell = CsvCell.write(text);
		assertThat(cell).startsWith("\"'").endsWith("\"");
		assertThat(CsvCell.read(unquoted(cell))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Alice", "a=b", "O'Hara", "'quoted'", "say \"hi\", twice", "٣" })
	void otherTextStays(String text) {
		assertThat(unquoted(CsvCell.write(text))).isEqualTo(text);
		assertThat(CsvCell.read(text)).isEqualTo(text);
	}

	private static String unquoted(String cell) {
		return cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
	}

}
