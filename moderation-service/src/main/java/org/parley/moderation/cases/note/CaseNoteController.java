package org.parley.moderation.cases.note;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.cases.review.CaseAccess;
import org.parley.moderation.category.ModerationRights;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageParameters;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the notes about a case to the moderators of its category. */
@RestController
@RequestMapping("/api/v1/admin/cases/{id}/notes")
@Tag(name = "Moderation")
class CaseNoteController {

	private final CaseNotes notes;

	private final CaseAccess access;

	private final ModerationRights rights;

	private final InstantSource clock;

	CaseNoteController(CaseNotes notes, CaseAccess access, ModerationRights rights, InstantSource clock) {
		this.notes = notes;
		this.access = access;
		this.rights = rights;
		this.clock = clock;
	}

	@GetMapping
	@Operation(summary = "List the notes of moderators about a case, newest first")
	ResponseEntity<Paged<CaseNoteView>> list(@PathVariable String id, @Valid @ParameterObject PageParameters query,
			Caller caller) {
		return EntityTagResponses.of(this.notes.findPage(query, find(id, caller).id()).map(CaseNoteView::of));
	}

	@PostMapping
	@Operation(summary = "Write a note about a case, for other moderators")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<CaseNoteView>> write(@PathVariable String id, @Valid @RequestBody CaseNoteRequest request,
			Caller caller) {
		var found = find(id, caller);
		var note = new CaseNote(Ids.next(), found.id(), found.author().id(), request.text(), AuthorReference.of(caller),
				this.clock.instant());
		this.notes.insert(note);
		return ResponseEntity.created(URI.create("/api/v1/admin/cases/" + found.id() + "/notes"))
			.body(new Data<>(CaseNoteView.of(note)));
	}

	private ModerationCase find(String id, Caller caller) {
		return this.access.get(id, this.rights.scopeOf(caller));
	}

	/**
	 * The body of a note.
	 *
	 * @param text the text, for other moderators
	 */
	record CaseNoteRequest(@Schema(example = "The third post of this kind today.") @NotNull @StorableText(min = 1,
			max = 2000, lines = true) String text) {
	}

	/**
	 * A note as moderators see it.
	 *
	 * @param by the moderator
	 */
	record CaseNoteView(String id, String text, AuthorReference by, Instant at) {

		static CaseNoteView of(CaseNote note) {
			return new CaseNoteView(note.id(), note.text(), note.by(), note.at());
		}

	}

}
