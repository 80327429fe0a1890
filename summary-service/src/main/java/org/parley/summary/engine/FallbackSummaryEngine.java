package org.parley.summary.engine;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine that is wanted; where it fails, one that never does. */
final class FallbackSummaryEngine implements SummaryEngine {

	private static final Logger log = LoggerFactory.getLogger(FallbackSummaryEngine.class);

	private final SummaryEngine wanted;

	private final SummaryEngine reserve;

	FallbackSummaryEngine(SummaryEngine wanted, SummaryEngine reserve) {
		this.wanted = wanted;
		this.reserve = reserve;
	}

	@Override
	public String name() {
		return this.wanted.name();
	}

	@Override
	public Duration patience() {
		return this.wanted.patience().plus(this.reserve.patience());
	}

	@Override
	public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
		try {
			return this.wanted.summarize(summaryMaterial);
		}
		catch (EngineFailedException ex) {
			log.atInfo()
				.addKeyValue("engine", this.wanted.name())
				.addKeyValue("outcome", ex.outcome())
				.log("A summary falls back");
			return this.reserve.summarize(summaryMaterial);
		}
	}

}
