package org.parley.auth.account.managed.csv;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AccountLinesTests {

	@Test
	void linesHaveTheirNumbersAndCells() {
		var lines = AccountLines.read("""
				\ufeffaction, username ,name\r
				create,alice,"Liddell, Alice"\r
				\r
				create,bob,"two
				lines"\r
				verify,'-carol""");
		assertThat(lines).extracting(AccountLine::number).containsExactly(2, 4, 6);
		assertThat(lines.get(0).cell("name")).contains("Liddell, Alice");
		assertThat(lines.get(1).cell("name")).contains("two\nlines");
		assertThat(lines.get(2).cell("username")).contains("-carol");
		assertThat(lines.get(2).cell("name")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                                | csv.columns
			username,name                     | csv.columns
			action,,username                  | csv.columns
			action,username,password          | csv.columns
			action,username,username          | csv.columns
			action.username                   | csv.columns
			'action,username\ncreate,M\ufffdller' | csv.malformed
			'action,username\ncreate,\u0000a'   | csv.malformed
			'action,username\n"create,alice'  | csv.malformed
			""")
	void otherFilesAreRefused(String text, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> AccountLines.read(text))
			.satisfies((refusal) -> assertThat(refusal.errors().getFirst().code()).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			action,e-mail      | e-mail
			action,name,name   | name
			username           | action
			""")
	void refusalNamesTheColumn(String head, String column) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> AccountLines.read(head))
			.satisfies((refusal) -> assertThat(refusal.errors().getFirst().message()).contains(column));
	}

	/** As a spreadsheet saves an export after a column was put in front. */
	@Test
	void exportWithActionsIsRead() {
		var lines = AccountLines
			.read("action;" + String.join(";", ExportAccounts.COLUMNS) + ";;;\r\nverify;1;alice;Alice;;;;;;;;\r\n");
		assertThat(lines).extracting(AccountLine::action).containsExactly("verify");
		assertThat(lines.getFirst().cell("username")).contains("alice");
		assertThatNoException().isThrownBy(lines.getFirst()::requireColumns);
	}

	@Test
	void newAccountsNeedNoColumnOfUsernames() {
		assertThat(AccountLines.read("action,name,email\ncreate,Alice,alice@example.org"))
			.extracting(AccountLine::action)
			.containsExactly("create");
	}

	/** Spreadsheets write empty cells behind the last column. */
	@Test
	void lineWithATextBehindTheLastColumnIsRefused() {
		var lines = AccountLines.read("action,username,name\nrename,alice,Liddell, Alice\nrename,bob,Bob,, \n");
		assertThatExceptionOfType(RefusalException.class).isThrownBy(lines.getFirst()::requireColumns)
			.satisfies((refusal) -> assertThat(refusal.errors().getFirst().code()).isEqualTo("csv.cells"));
		assertThatNoException().isThrownBy(lines.getLast()::requireColumns);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t" })
	void spreadsheetsSeparateColumnsByOneOfThree(String separator) {
		var lines = AccountLines
			.read("Action#USERNAME#name\r\nCreate#alice#\"Liddell, Alice; \t1852\"\r\n".replace("#", separator));
		assertThat(lines).extracting(AccountLine::action).containsExactly("create");
		assertThat(lines.getFirst().cell("username")).contains("alice");
		assertThat(lines.getFirst().cell("name")).contains("Liddell, Alice; \t1852");
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 501 })
	void fileHasALargestSize(int count) {
		var text = "action,username\n" + "verify,alice\n".repeat(count);
		if (count <= AccountLines.MOST) {
			assertThat(AccountLines.read(text)).hasSize(count);
		}
		else {
			assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> AccountLines.read(text))
				.satisfies((refusal) -> assertThat(refusal.errors().getFirst().code()).isEqualTo("csv.too-many"));
		}
	}

}
