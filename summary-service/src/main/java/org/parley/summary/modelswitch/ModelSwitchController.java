package org.parley.summary.modelswitch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.Paged;
import org.parley.summary.discussion.SummaryCategories;
import org.parley.summary.discussion.thread.SummaryPerson;
import org.parley.summary.modelswitch.ModelSwitchChanges.ModelSwitchChangeQuery;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Serves the switches of the chat model and their audit to administrators. */
@RestController
@Tag(name = "Model switches")
class ModelSwitchController {

	private static final String PATH = "/api/v1/admin/summary-service/model-switches";

	private final SummaryCategories summaryCategories;

	private final ModelSwitches modelSwitches;

	private final ModelSwitchChanges changes;

	private final SwitchModel switchModel;

	ModelSwitchController(SummaryCategories summaryCategories, ModelSwitches modelSwitches, ModelSwitchChanges changes,
			SwitchModel switchModel) {
		this.summaryCategories = summaryCategories;
		this.modelSwitches = modelSwitches;
		this.changes = changes;
		this.switchModel = switchModel;
	}

	@GetMapping(PATH)
	@Operation(summary = "List for each category whether the chat model summarizes its threads")
	ResponseEntity<Data<List<ModelSwitchView>>> list() {
		var changed = this.modelSwitches.findAll()
			.stream()
			.collect(Collectors.toMap(ModelSwitch::category, (one) -> one));
		var all = this.summaryCategories.findPresent()
			.stream()
			.map((category) -> changed.getOrDefault(category, ModelSwitch.initial(category)))
			.map(ModelSwitchView::of)
			.toList();
		return EntityTagResponses.of(new Data<>(all));
	}

	@GetMapping(PATH + "/{category}")
	@Operation(summary = "Get whether the chat model summarizes the threads of a category")
	ResponseEntity<Data<ModelSwitchView>> get(
			@Parameter(description = "Id of the category, not its slug") @PathVariable String category) {
		return answer(this.switchModel.get(category));
	}

	@PutMapping(PATH + "/{category}")
	@Operation(summary = "Switch the chat model on or off for the summaries of a category")
	ResponseEntity<Data<ModelSwitchView>> turn(
			@Parameter(description = "Id of the category, not its slug") @PathVariable String category,
			@Valid @RequestBody ModelSwitchRequest request, Caller caller) {
		var by = new SummaryPerson(caller.id(), caller.username(), caller.displayName());
		return answer(this.switchModel.turn(category, request.enabled(), by));
	}

	@GetMapping("/api/v1/admin/summary-service/model-switch-changes")
	@Operation(summary = "List the changes of switches, newest first")
	ResponseEntity<Paged<ModelSwitchChange>> changes(@Valid @ParameterObject ModelSwitchChangeQuery query) {
		return EntityTagResponses.of(this.changes.findPage(query));
	}

	private static ResponseEntity<Data<ModelSwitchView>> answer(ModelSwitch one) {
		return EntityTagResponses.of(new Data<>(ModelSwitchView.of(one)));
	}

	/**
	 * The position of a switch.
	 *
	 * @param enabled whether the chat model may summarize the threads of the category
	 */
	record ModelSwitchRequest(@Schema(example = "false") @NotNull Boolean enabled) {
	}

	/**
	 * A switch as administrators see it.
	 *
	 * @param enabled whether the chat model, if one is configured, summarizes the
	 * category's threads
	 * @param changedBy the last administrator who changed it; null if nobody has
	 * @param changedAt when it was changed; null if it never was
	 */
	record ModelSwitchView(String category, boolean enabled, @Nullable SummaryPerson changedBy,
			@Nullable Instant changedAt) {

		static ModelSwitchView of(ModelSwitch one) {
			return new ModelSwitchView(one.category(), one.enabled(), one.changedBy(), one.changedAt());
		}

	}

}
