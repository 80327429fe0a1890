package org.parley.summary.engine.fallback;

import java.time.Duration;

import org.parley.summary.engine.EngineFailedException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses the primary engine, which is a model, and the fallback engine when the model is
 * not permitted or fails.
 */
final class FallbackSummaryEngine implements SummaryEngine {

	private static final Logger log = LoggerFactory.getLogger(FallbackSummaryEngine.class);

	private final SummaryEngine primary;

	private final SummaryEngine fallback;

	FallbackSummaryEngine(SummaryEngine primary, SummaryEngine fallback) {
		this.primary = primary;
		this.fallback = fallback;
	}

	@Override
	public String name() {
		return this.primary.name();
	}

	@Override
	public Duration maxDuration() {
		return this.primary.maxDuration().plus(this.fallback.maxDuration());
	}

	@Override
	public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
		if (!summaryMaterial.isModelPermitted()) {
			return this.fallback.summarize(summaryMaterial);
		}
		try {
			return this.primary.summarize(summaryMaterial);
		}
		catch (EngineFailedException ex) {
			log.atInfo()
				.addKeyValue("engine", this.primary.name())
				.addKeyValue("outcome", ex.outcome())
				.log("Summary engine failed; using the fallback");
			return this.fallback.summarize(summaryMaterial);
		}
	}

}
