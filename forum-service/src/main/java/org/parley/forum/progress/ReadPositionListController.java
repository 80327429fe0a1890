package org.parley.forum.progress;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.parley.forum.progress.ReadPositions.ThreadPositionView;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The positions are the caller's own data, so a thread that the caller may no longer read
 * has one, too.
 */
@RestController
@RequestMapping("/api/v1/threads/progress")
@Tag(name = "Progress")
class ReadPositionListController {

	private final ReadPositions readPositions;

	ReadPositionListController(ReadPositions readPositions) {
		this.readPositions = readPositions;
	}

	@GetMapping
	@Operation(summary = "List your read positions in threads; a thread that you have not read has none")
	ResponseEntity<Data<List<ThreadPositionView>>> list(@Valid @ParameterObject ReadPositionsRequest request,
			Caller caller) {
		return EntityTagResponses.of(new Data<>(this.readPositions.positions(caller.id(), request.ids())));
	}

	/**
	 * Selects read positions.
	 *
	 * @param threads the ids of up to 100 threads, separated by commas
	 */
	record ReadPositionsRequest(
			@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0,01KAG3Z0H2J4K6M8N0P2Q4R017") @NotNull @Pattern(
					regexp = "\\w{1,50}(,\\w{1,50}){0,99}",
					message = "must be a list of up to 100 ids, separated by commas") String threads) {

		List<String> ids() {
			return List.of(this.threads.split(","));
		}

	}

}
