package org.parley.summary.engine;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the summaries.
 *
 * @param sentences the maximum number of sentences in a summary
 * @param posts the maximum number of posts that an engine reads
 * @param byActivity whether active threads are summarized without a request
 * @param first the number of posts at which activity starts the first summary
 * @param share the share of new posts at which activity starts the next summary
 * @param tokensPerDay the model's token budget per day, prompts and answers; beyond it
 * the extractive engine is used
 * @param workers the number of concurrent workers of an instance
 */
@Validated
@ConfigurationProperties("parley.summaries")
public record SummarySettings(@DefaultValue("6") @Min(1) @Max(20) int sentences,
		@DefaultValue("200") @Min(20) @Max(1_000) int posts, @DefaultValue("true") boolean byActivity,
		@DefaultValue("20") @Min(2) int first, @DefaultValue("0.3") @DecimalMin("0.01") double share,
		@DefaultValue("500000") @Min(0) long tokensPerDay, @DefaultValue("2") @Min(1) @Max(32) int workers) {
}
