package org.parley.platform.events.privacy;

import java.time.InstantSource;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

/** Tells auth-service all that this service keeps of a person. */
public class ExportUserData {

	private final LocalExports localExports;

	private final PersonalDataKinds personalDataKinds;

	private final ClusterLoop loop;

	private final UnitOfWork work;

	private final InstantSource clock;

	ExportUserData(LocalExports localExports, PersonalDataKinds personalDataKinds, ClusterLoop loop, UnitOfWork work,
			InstantSource clock) {
		this.localExports = localExports;
		this.personalDataKinds = personalDataKinds;
		this.loop = loop;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Begins, as part of the transaction that asks; to be asked again changes nothing.
	 */
	public void begin(ExportRequestedEventData requested) {
		this.localExports.begin(LocalExport.begin(requested, this.personalDataKinds.names(), this.clock.instant()));
		this.work.afterCommit(this.loop::signal);
	}

}
