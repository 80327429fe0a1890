package org.parley.summary.engine;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine that is wanted; where it fails, one that never does. */
final class FallingBack implements Engine {

	private static final Logger log = LoggerFactory.getLogger(FallingBack.class);

	private final Engine wanted;

	private final Engine reserve;

	FallingBack(Engine wanted, Engine reserve) {
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
	public Draft summarize(Material material) {
		try {
			return this.wanted.summarize(material);
		}
		catch (EngineFailedException ex) {
			log.atInfo()
				.addKeyValue("engine", this.wanted.name())
				.addKeyValue("outcome", ex.outcome())
				.log("A summary falls back");
			return this.reserve.summarize(material);
		}
	}

}
