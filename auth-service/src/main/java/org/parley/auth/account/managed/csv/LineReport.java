package org.parley.auth.account.managed.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;

/**
 * The result of a line.
 *
 * @param code why the line was refused, or {@code csv.not-tried}; absent if it was done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineReport(@Schema(example = "2") int line, @Schema(example = "create") String action,
		@Schema(example = "alice") @Nullable String username, boolean done,
		@Schema(example = "user.email-taken") @Nullable String code, @Schema(example = "email") @Nullable String field,
		@Nullable String detail) {

	private static final int LONGEST = 30;

	static LineReport done(AccountLine line, String username) {
		return new LineReport(line.number(), line.action(), username, true, null, null, null);
	}

	static LineReport refused(AccountLine line, RefusalException ex) {
		var problem = ex.errors().stream().findFirst();
		return new LineReport(line.number(), shortened(line.action()),
				line.cell("username").map(LineReport::shortened).orElse(null), false,
				problem.map((error) -> error.code()).orElse(ex.code()),
				problem.map((error) -> error.field()).orElse(null),
				problem.map((error) -> error.message()).orElse(ex.detail()));
	}

	/** The report of a line that can be imported next. */
	static LineReport notTried(AccountLine line) {
		return refused(line, RefusalException.conflict("csv.not-tried",
				"The file takes too long. Import the lines that were not tried again."));
	}

	private static String shortened(String text) {
		return text.codePoints()
			.limit(LONGEST)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
