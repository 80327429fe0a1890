package org.parley.forum.progress;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

}
