package org.parley.summary.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parley.platform.ai.ModelProviderSettings;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;
import org.parley.summary.engine.chat.ChatModelSettings;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which outside model summarizes threads. The privacy page shows it. */
@RestController
@RequestMapping("/api/v1/summaries/model-use")
@Tag(name = "Privacy")
class SummaryModelUseController {

	private final SummaryModelUseView use;

	SummaryModelUseController(ModelProviderSettings provider, ChatModelSettings model) {
		this.use = new SummaryModelUseView(provider.isPresent() && model.isPresent() ? model.chatModel() : null);
	}

	@GetMapping
	@Operation(summary = "Get which outside model receives the posts of summarized threads")
	ResponseEntity<Data<SummaryModelUseView>> get() {
		return EntityTagResponses.of(new Data<>(this.use));
	}

}
