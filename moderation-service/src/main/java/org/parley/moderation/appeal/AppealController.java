package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.category.ModerationRights;
import org.parley.moderation.statement.AppealStatus;
import org.parley.moderation.statement.Statement;
import org.parley.moderation.statement.Statements;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.SocialReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves appeals to the moderators of their categories. */
@RestController
@RequestMapping("/api/v1/admin/appeals")
@Tag(name = "Moderation")
class AppealController {

	private final Statements statements;

	private final AppealAccess access;

	private final UpholdDecision upholdDecision;

	private final OverturnDecision overturnDecision;

	private final ModerationRights rights;

	AppealController(Statements statements, AppealAccess access, UpholdDecision upholdDecision,
			OverturnDecision overturnDecision, ModerationRights rights) {
		this.statements = statements;
		this.access = access;
		this.upholdDecision = upholdDecision;
		this.overturnDecision = overturnDecision;
		this.rights = rights;
	}

	@GetMapping
	@Operation(summary = "List appeals, the earliest deadline first")
	ResponseEntity<Paged<AppealView>> list(@Valid @ParameterObject AppealQuery query, Caller caller) {
		var page = this.statements.findAppeals(query.wanted(), query, this.rights.scopeOf(caller));
		return EntityTagResponses.of(new Paged<>(page.data().stream().map(AppealView::of).toList(), page.meta()));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Get an appeal with the statement of the decision")
	ResponseEntity<Data<AppealView>> get(@PathVariable String id, Caller caller) {
		return answer(this.access.get(id, this.rights.scopeOf(caller)));
	}

	@PostMapping("/{id}/decide")
	@Operation(summary = "Answer an appeal")
	ResponseEntity<Data<AppealView>> decide(@PathVariable String id, @Valid @RequestBody AppealAnswerRequest request,
			Caller caller) {
		var moderator = Moderator.of(caller, this.rights.scopeOf(caller));
		return answer(request.overturns() ? this.overturnDecision.overturn(id, request.note(), moderator)
				: this.upholdDecision.uphold(id, request.note(), moderator));
	}

	private static ResponseEntity<Data<AppealView>> answer(Statement statement) {
		return EntityTagResponses.of(statement.version(), AppealView.of(statement));
	}

	/**
	 * The body of an answer to an appeal.
	 *
	 * @param outcome whether the decision stands or is reversed
	 * @param note a note for the author
	 */
	record AppealAnswerRequest(
			@Schema(example = "overturn") @NotNull @Pattern(regexp = "uphold|overturn",
					message = "must be uphold or overturn") String outcome,
			@Schema(example = "The post quotes the advertisement to warn of it.") @StorableText(min = 1, max = 500,
					lines = true) @Nullable String note) {

		boolean overturns() {
			return this.outcome.equals("overturn");
		}

	}

	/**
	 * The query parameters of the list of appeals.
	 *
	 * @param status only appeals in this status; open ones by default
	 * @param limit the size of the page; 20 by default
	 */
	record AppealQuery(
			@Parameter(example = "open") @Pattern(regexp = "open|upheld|overturned|closed",
					message = "must be open, upheld, overturned or closed") @Nullable String status,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {

		AppealStatus wanted() {
			return (this.status != null) ? AppealStatus.of(this.status) : AppealStatus.OPEN;
		}

	}

	/**
	 * An appeal as moderators see it.
	 *
	 * @param caseId the case of the decision
	 * @param post the post and its author; null unless the decision is about one of the
	 * forum
	 * @param thread the post's thread
	 * @param message the message; null unless the decision is about one
	 * @param social the social post or comment; null unless the decision is about one
	 * @param decidedBy the moderator who decided; null if a check decided
	 * @param answeredBy the moderator who answered
	 * @param statement the statement of the decision, with the appeal
	 */
	record AppealView(String id, String caseId, @Nullable ModeratedPostReference post,
			@Nullable ModeratedThreadReference thread, @Nullable AppealedMessage message,
			@Nullable SocialReference social, @Nullable AuthorReference decidedBy, @Nullable AuthorReference answeredBy,
			StatementView statement) {

		static AppealView of(Statement source) {
			var appeal = source.appeal().orElseThrow();
			var answer = appeal.answer();
			var grounds = source.grounds();
			return new AppealView(appeal.id(), source.caseId(), grounds.isPost() ? grounds.post() : null,
					grounds.isPost() ? grounds.thread() : null,
					grounds.isMessage()
							? new AppealedMessage(grounds.post().id(), grounds.post().number(), grounds.post().author())
							: null,
					grounds.social(), source.measure().by(), (answer != null) ? answer.by() : null,
					StatementView.of(source));
		}

		/**
		 * A message of a conversation, which moderators cannot read.
		 *
		 * @param id the message's id
		 * @param seq its number in the conversation
		 */
		record AppealedMessage(String id, long seq, AuthorReference author) {
		}

	}

}
