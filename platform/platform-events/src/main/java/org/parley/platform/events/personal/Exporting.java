package org.parley.platform.events.personal;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

/** Tells auth-service all that this service keeps of a person. */
public class Exporting {

	private final Exports exports;

	private final Kinds kinds;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final InstantSource clock;

	Exporting(Exports exports, Kinds kinds, ClusterLoop loop, UnitOfWork work, InstantSource clock) {
		this.exports = exports;
		this.kinds = kinds;
		this.loop = loop;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Begins, as part of the transaction that asks; to be asked again changes nothing.
	 */
	public void begin(ExportRequested requested) {
		this.exports.begin(Export.begin(requested, this.kinds.names(), this.clock.instant()));
		this.work.afterCommit(this.loop::signal);
	}

}
