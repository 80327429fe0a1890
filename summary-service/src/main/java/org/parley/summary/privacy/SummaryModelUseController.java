package org.parley.summary.privacy;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.summary.discussion.SummaryCategories;
import org.parley.summary.engine.chat.ChatModelSettings;
import org.parley.summary.modelswitch.ModelSwitches;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says which outside model summarizes threads, and in which categories it does not. The
 * privacy page shows it. Categories that guests cannot read are not named.
 */
@RestController
@RequestMapping("/api/v1/summaries/model-use")
@Tag(name = "Privacy")
class SummaryModelUseController {

	private final @Nullable String model;

	private final ModelSwitches modelSwitches;

	private final SummaryCategories summaryCategories;

	SummaryModelUseController(ModelProviderSettings provider, ChatModelSettings model, ModelSwitches modelSwitches,
			SummaryCategories summaryCategories) {
		this.model = (provider.isPresent() && model.isPresent()) ? model.chatModel() : null;
		this.modelSwitches = modelSwitches;
		this.summaryCategories = summaryCategories;
	}

	@GetMapping
	@Operation(summary = "Get which outside model receives the posts of summarized threads")
	ResponseEntity<Data<SummaryModelUseView>> get() {
		return EntityTagResponses
			.of(new Data<>(new SummaryModelUseView(this.model, (this.model != null) ? findExceptions() : List.of())));
	}

	private List<String> findExceptions() {
		return this.modelSwitches.findCategoriesOff()
			.stream()
			.filter((category) -> this.summaryCategories.isReadable(category, Rights.of(Audience.EVERYONE)))
			.toList();
	}

	/**
	 * The use of an outside model for summaries.
	 *
	 * @param model the name of the model that receives the posts of summarized threads;
	 * null if none is configured, and no text is sent
	 * @param exceptCategories the ids of forum categories whose posts the model never
	 * receives, of those that guests can read; empty without a model
	 */
	@Schema(name = "SummaryModelUse")
	record SummaryModelUseView(@Schema(example = "gpt-5-mini") @Nullable String model, List<String> exceptCategories) {
	}

}
