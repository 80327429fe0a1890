package org.parley.eventbench;

import java.util.concurrent.ExecutionException;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Publishes ticks on request. */
@RestController
class TickController {

	private final TickWriter tickWriter;

	TickController(TickWriter tickWriter) {
		this.tickWriter = tickWriter;
	}

	/** Responds when the last tick is committed. */
	@PostMapping("/ticks")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void publish(@RequestBody @Valid TickRequest request) throws InterruptedException, ExecutionException {
		this.tickWriter.write(request.count(), request.perSecond());
	}

	/**
	 * The request to publish ticks.
	 *
	 * @param count number of ticks, each in its own transaction
	 * @param perSecond maximum rate; 0 for no limit
	 */
	record TickRequest(@Positive int count, @PositiveOrZero int perSecond) {
	}

}
