package org.parley.platform.messaging.deadletter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
import org.parley.platform.messaging.deadletter.DeadLetters.DeadLetterQuery;
import org.parley.platform.messaging.deadletter.ReadDeadLetters.DeadLetterContentView;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/${spring.application.name}/dead-letters")
@Tag(name = "Administration")
class DeadLetterController {

	private final DeadLetters letters;

	private final ReplayDeadLetters replayDeadLetters;

	private final ReadDeadLetters readDeadLetters;

	private final DeleteDeadLetter deleteDeadLetter;

	DeadLetterController(DeadLetters letters, ReplayDeadLetters replayDeadLetters, ReadDeadLetters readDeadLetters,
			DeleteDeadLetter deleteDeadLetter) {
		this.letters = letters;
		this.replayDeadLetters = replayDeadLetters;
		this.readDeadLetters = readDeadLetters;
		this.deleteDeadLetter = deleteDeadLetter;
	}

	@GetMapping
	@Operation(summary = "List dead letters, newest first")
	ResponseEntity<Paged<DeadLetterView>> list(@Valid @ParameterObject DeadLetterQuery request, Caller caller) {
		return EntityTagResponses.of(this.letters.page(request));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Read a dead letter with masked secrets")
	ResponseEntity<Data<DeadLetterContentView>> read(@PathVariable String id, Caller caller) {
		return EntityTagResponses.of(new Data<>(this.readDeadLetters.read(id)));
	}

	@PostMapping("/{id}/replay")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Send a dead letter back to its queue")
	void replay(@PathVariable String id, Caller caller) {
		this.replayDeadLetters.replay(id, caller.id());
	}

	@PostMapping("/replay")
	@Operation(summary = "Send up to 1,000 dead letters of a queue back to it")
	Data<ReplayDeadLetters.Replayed> replayAll(@RequestParam String queue, Caller caller) {
		return new Data<>(this.replayDeadLetters.replayAll(queue, caller.id()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a dead letter")
	void drop(@PathVariable String id, Caller caller) {
		this.deleteDeadLetter.delete(id, caller.id());
	}

}
