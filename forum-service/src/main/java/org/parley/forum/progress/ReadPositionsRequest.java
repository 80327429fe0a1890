package org.parley.forum.progress;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Selects read positions.
 *
 * @param threads the ids of up to 100 threads, separated by commas
 */
record ReadPositionsRequest(@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0,01KAG3Z0H2J4K6M8N0P2Q4R017") @NotNull(
		message = "is required") @Pattern(regexp = "\\w{1,50}(,\\w{1,50}){0,99}",
				message = "is a list of up to 100 ids, separated by commas") String threads) {

	List<String> ids() {
		return List.of(this.threads.split(","));
	}

}
