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

/** Lets it tick. */
@RestController
class TickController {

	private final TickWriter tickWriter;

	TickController(TickWriter tickWriter) {
		this.tickWriter = tickWriter;
	}

	/** Answers when the last one is committed. */
	@PostMapping("/ticks")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void tick(@RequestBody @Valid TickRequest request) throws InterruptedException, ExecutionException {
		this.tickWriter.tick(request.count(), request.perSecond());
	}

	/**
	 * What is asked for.
	 *
	 * @param count how many, each in a transaction of its own
	 * @param perSecond at most, 0 for as many as can be
	 */
	record TickRequest(@Positive int count, @PositiveOrZero int perSecond) {
	}

}
