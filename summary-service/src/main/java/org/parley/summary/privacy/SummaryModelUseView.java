package org.parley.summary.privacy;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The use of an outside model for summaries.
 *
 * @param model the name of the model that receives the posts of summarized threads; null
 * if none is configured, and no text is sent
 * @param exceptCategories the ids of forum categories whose posts the model never
 * receives, of those that guests can read; empty without a model
 */
@Schema(name = "SummaryModelUse")
record SummaryModelUseView(@Schema(example = "gpt-5-mini") @Nullable String model, List<String> exceptCategories) {
}
