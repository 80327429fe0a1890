package org.parley.moderation.draft;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.moderation.draft.WritePolicy.PolicyCreationRequest;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy.PolicyStatus;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serves policies to moderators, who write them and put them in force. */
@RestController
@Tag(name = "Policies")
class PolicyController {

	private static final String PATH = "/api/v1/admin/policies";

	private final Policies policies;

	private final WritePolicy writePolicy;

	private final ActivatePolicy activatePolicy;

	PolicyController(Policies policies, WritePolicy writePolicy, ActivatePolicy activatePolicy) {
		this.policies = policies;
		this.writePolicy = writePolicy;
		this.activatePolicy = activatePolicy;
	}

	@GetMapping("/api/v1/admin/${spring.application.name}/policy")
	@Operation(summary = "Get the policy in force")
	ResponseEntity<Data<PolicyView>> present() {
		return answer(this.policies.getActive());
	}

	@GetMapping(PATH)
	@Operation(summary = "List policies, newest first, without their terms")
	ResponseEntity<Paged<PolicyView>> list(@Valid @ParameterObject PolicyQuery query) {
		return EntityTagResponses.of(this.policies.findPage(query, query.wanted()).map(PolicyView::listed));
	}

	@PostMapping(PATH)
	@Operation(summary = "Create a draft of a policy")
	@Idempotent
	@ApiResponse(responseCode = "201")
	ResponseEntity<Data<PolicyView>> create(@Valid @RequestBody PolicyCreationRequest request, Caller caller) {
		var draft = this.writePolicy.create(request, AuthorReference.of(caller));
		var view = PolicyView.of(draft);
		return EntityTagResponses.created(PATH + "/" + draft.id(), draft.revision(), view);
	}

	@GetMapping(PATH + "/{id}")
	@Operation(summary = "Get a policy with its terms")
	ResponseEntity<Data<PolicyView>> get(@PathVariable String id) {
		return answer(this.policies.get(id));
	}

	@PatchMapping(PATH + "/{id}")
	@Operation(summary = "Change a draft")
	ResponseEntity<Data<PolicyView>> edit(@PathVariable String id, @Valid @RequestBody PolicyEditRequest request,
			IfMatch condition, Caller caller) {
		return answer(
				this.writePolicy.edit(id, request.name(), request.terms(), condition, AuthorReference.of(caller)));
	}

	@DeleteMapping(PATH + "/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a draft")
	void delete(@PathVariable String id, IfMatch condition, Caller caller) {
		this.writePolicy.delete(id, condition, AuthorReference.of(caller));
	}

	@PostMapping(PATH + "/{id}/activate")
	@Operation(summary = "Put a draft in force, or return to an earlier policy")
	ResponseEntity<Data<PolicyView>> activate(@PathVariable String id, @Valid @RequestBody ActivationRequest request,
			IfMatch condition, Caller caller) {
		return answer(this.activatePolicy.activate(id, request.note(), condition, AuthorReference.of(caller)));
	}

	private static ResponseEntity<Data<PolicyView>> answer(Policy policy) {
		return EntityTagResponses.of(policy.revision(), PolicyView.of(policy));
	}

	/**
	 * The body of an activation.
	 *
	 * @param note the reason, for the audit
	 */
	record ActivationRequest(@Schema(example = "A wave of advertisements.") @StorableText(min = 1, max = 500,
			lines = true) @Nullable String note) {
	}

	/**
	 * The body of a change of a draft. Absent properties stay as they are.
	 *
	 * @param name the display name
	 * @param terms what it says
	 */
	record PolicyEditRequest(@Schema(example = "Fewer links") @StorableText(min = 1, max = 100) @Nullable String name,
			@Valid @Nullable PolicyTerms terms) {
	}

	/**
	 * The query parameters of the list of policies.
	 *
	 * @param status only policies in this state
	 * @param limit the size of the page; 20 by default
	 */
	record PolicyQuery(
			@Parameter(example = "draft") @Pattern(regexp = "draft|active|retired",
					message = "must be draft, active or retired") @Nullable String status,
			@Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit)
			implements
				PageQuery {

		@Nullable PolicyStatus wanted() {
			return (this.status != null) ? PolicyStatus.of(this.status) : null;
		}

	}

	/**
	 * A policy as moderators see it.
	 *
	 * @param name the display name
	 * @param version its version in verdicts; null if it was never in force
	 * @param terms what it says; absent in lists
	 * @param createdBy who wrote it; null for the policy of a new database
	 * @param changedAt when its name or terms changed
	 * @param activatedAt when it was last put in force
	 */
	record PolicyView(String id, String name, PolicyStatus status, @Nullable Long version,
			@OptionalValue @Nullable PolicyTerms terms, @Nullable AuthorReference createdBy, Instant createdAt,
			Instant changedAt, @Nullable Instant activatedAt) {

		static PolicyView of(Policy policy) {
			return of(policy, policy.terms());
		}

		static PolicyView listed(Policy policy) {
			return of(policy, null);
		}

		private static PolicyView of(Policy policy, @Nullable PolicyTerms terms) {
			return new PolicyView(policy.id(), policy.name(), policy.status(),
					(policy.version() > 0) ? policy.version() : null, terms, policy.createdBy(), policy.createdAt(),
					policy.changedAt(), policy.activatedAt());
		}

	}

}
