package org.parley.moderation.draft;

import java.net.URI;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.parley.moderation.policy.Policies;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.subject.AuthorReference;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.idempotency.Idempotent;
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
		return ResponseEntity.created(URI.create(PATH + "/" + draft.id()))
			.eTag(EntityTagResponses.tag(draft.revision(), view))
			.body(new Data<>(view));
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

}
