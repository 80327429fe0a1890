package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.parley.moderation.statement.StatementRefusedException;
import org.parley.moderation.statement.Statements;
import org.parley.platform.domain.Caller;
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

/** Serves statements of reasons to the authors of the posts. */
@RestController
@RequestMapping("/api/v1/moderation/statements")
@Tag(name = "Statements of reasons")
class StatementController {

	private final Statements statements;

	private final FileAppeal fileAppeal;

	StatementController(Statements statements, FileAppeal fileAppeal) {
		this.statements = statements;
		this.fileAppeal = fileAppeal;
	}

	@GetMapping
	@Operation(summary = "List the decisions about own posts, newest first")
	ResponseEntity<Paged<StatementView>> list(@Valid @ParameterObject PageParameters query, Caller caller) {
		var page = this.statements.findOwn(query, caller.id());
		return EntityTagResponses.of(new Paged<>(page.data().stream().map(StatementView::of).toList(), page.meta()));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get the reasons of a decision about an own post")
	ResponseEntity<Data<StatementView>> get(@PathVariable String id, Caller caller) {
		var found = this.statements.findOwn(id, caller.id()).orElseThrow(StatementRefusedException::notFound);
		return EntityTagResponses.of(found.version(), StatementView.of(found));
	}

	@PostMapping("/{id}/appeal")
	@Operation(summary = "Appeal against a decision, once")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<StatementView>> appeal(@PathVariable String id, @Valid @RequestBody AppealRequest request,
			Caller caller) {
		var view = StatementView.of(this.fileAppeal.file(id, caller.id(), request.text()));
		return EntityTagResponses.created("/api/v1/moderation/statements/" + view.id(), view.version(), view);
	}

	/**
	 * The body of an appeal.
	 *
	 * @param text why the author thinks that the decision is wrong
	 */
	record AppealRequest(@Schema(example = "I quoted the advertisement to warn others of it.") @NotNull @StorableText(
			min = 1, max = 2000, lines = true) String text) {
	}

}
