package org.parley.@name@.note;

import java.net.URI;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/@name@/notes")
@Tag(name = "@Name@")
class @Name@NoteController {

	private final @Name@Notes notes;

	private final InstantSource clock;

	@Name@NoteController(@Name@Notes notes, InstantSource clock) {
		this.notes = notes;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List your notes, newest first")
	ResponseEntity<Paged<@Name@NoteView>> list(@Valid @ParameterObject @Name@NotePageQuery query, Caller caller) {
		var page = new NewestFirst(query);
		var found = page.page(this.notes.page(caller.id(), page), @Name@Note::id);
		return EntityTagResponses.of(found.map(@Name@NoteView::of));
	}

	@PostMapping
	@Idempotent
	@Operation(summary = "Write a note")
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<@Name@NoteView>> write(@Valid @RequestBody @Name@NoteRequest request, Caller caller) {
		var note = @Name@Note.write(caller.id(), request.text(), this.clock.instant());
		this.notes.insert(note);
		return ResponseEntity.created(URI.create("/api/v1/@name@/notes/" + note.id()))
			.body(new Data<>(@Name@NoteView.of(note)));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete one of your notes")
	void delete(@PathVariable String id, Caller caller) {
		this.notes.delete(id, caller.id());
	}

}
